import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExtensionContext, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** Starts the server for what activated the extension. Everything the user sees comes from the server. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = new LanguageClient(
    'glassbox',
    'Glassbox',
    { command: executable(context), args: ['lsp'] },
    {
      documentSelector: languages(context).flatMap(language => [
        { scheme: 'file', language },
        { scheme: 'untitled', language },
      ]),
      initializationOptions: () => ({ trusted: workspace.isTrusted }),
      synchronize: { configurationSection: 'glassbox' },
    },
  );
  const running = client;
  context.subscriptions.push(running, workspace.onDidGrantWorkspaceTrust(() => running.restart()));
  await running.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** The one the user named, else the one beside the extension, else the one on the PATH. */
function executable(context: ExtensionContext): string {
  const named = workspace.getConfiguration('glassbox').get<string>('server.path');
  const bundled = join(context.extensionPath, 'server', process.platform === 'win32' ? 'glassbox.exe' : 'glassbox');
  return named || (existsSync(bundled) ? bundled : 'glassbox');
}

/** The languages that package.json activates the extension for. */
function languages(context: ExtensionContext): string[] {
  const events: string[] = context.extension.packageJSON.activationEvents;
  return events.filter(event => event.startsWith('onLanguage:')).map(event => event.slice('onLanguage:'.length));
}
