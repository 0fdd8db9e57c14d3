package glassbox.rider

import com.intellij.execution.configurations.GeneralCommandLine
import com.intellij.openapi.project.Project
import com.intellij.openapi.vfs.VirtualFile
import com.intellij.platform.lsp.api.ProjectWideLspServerDescriptor

/** How the server of one project is started, and what it is told first. */
class GlassboxServerDescriptor(project: Project) : ProjectWideLspServerDescriptor(project, "Glassbox") {
  override fun isSupportedFile(file: VirtualFile): Boolean = Languages.serves(file)

  override fun getLanguageId(file: VirtualFile): String = Languages.idOf(file)

  override fun createCommandLine(): GeneralCommandLine =
    GeneralCommandLine(GlassboxSettings.get().executable, "lsp").withCharset(Charsets.UTF_8)

  /** Without a word about trust the server asks the user, and remembers. */
  override fun createInitializationOptions(): Any =
    if (GlassboxSettings.get().trusts(project)) mapOf("trusted" to true) else emptyMap<String, Any>()
}
