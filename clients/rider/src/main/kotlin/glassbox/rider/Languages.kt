package glassbox.rider

import com.intellij.openapi.vfs.VirtualFile

/** The files that the server is asked about: their extensions, and what the protocol calls their language. */
object Languages {
  private val ids = mapOf(
    "cs" to "csharp",
    "c" to "c",
    "h" to "c",
    "cpp" to "cpp",
    "css" to "css",
    "cshtml" to "aspnetcorerazor",
    "fs" to "fsharp",
    "go" to "go",
    "html" to "html",
    "java" to "java",
    "js" to "javascript",
    "jsx" to "javascriptreact",
    "json" to "json",
    "kt" to "kotlin",
    "lua" to "lua",
    "md" to "markdown",
    "php" to "php",
    "ps1" to "powershell",
    "py" to "python",
    "razor" to "aspnetcorerazor",
    "rb" to "ruby",
    "rs" to "rust",
    "scss" to "scss",
    "sh" to "shellscript",
    "sql" to "sql",
    "toml" to "toml",
    "ts" to "typescript",
    "tsx" to "typescriptreact",
    "vb" to "vb",
    "xml" to "xml",
    "yaml" to "yaml",
    "yml" to "yaml"
  )

  fun serves(file: VirtualFile): Boolean = file.extension in ids

  fun idOf(file: VirtualFile): String = ids[file.extension] ?: "plaintext"
}
