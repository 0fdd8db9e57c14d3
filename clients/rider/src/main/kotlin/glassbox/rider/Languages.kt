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
    "py" to "python",
    "rb" to "ruby",
    "rs" to "rust",
    "sh" to "shellscript",
    "sql" to "sql",
    "swift" to "swift",
    "toml" to "toml",
    "ts" to "typescript",
    "tsx" to "typescriptreact",
    "xml" to "xml",
    "yaml" to "yaml",
    "yml" to "yaml"
  )

  fun serves(file: VirtualFile): Boolean = file.extension in ids

  fun idOf(file: VirtualFile): String = ids[file.extension] ?: "plaintext"
}
