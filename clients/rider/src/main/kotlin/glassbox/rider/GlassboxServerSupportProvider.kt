package glassbox.rider

import com.intellij.openapi.project.Project
import com.intellij.openapi.vfs.VirtualFile
import com.intellij.platform.lsp.api.LspServerSupportProvider
import com.intellij.platform.lsp.api.LspServerSupportProvider.LspServerStarter

/** Starts the server, one for a project, when a file is opened that it serves. */
class GlassboxServerSupportProvider : LspServerSupportProvider {
  override fun fileOpened(project: Project, file: VirtualFile, serverStarter: LspServerStarter) {
    if (Languages.serves(file)) {
      serverStarter.ensureServerStarted(GlassboxServerDescriptor(project))
    }
  }
}
