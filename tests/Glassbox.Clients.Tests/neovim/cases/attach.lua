-- The server attaches to a file of the solution and says what it can do.
return function(editor)
  editor.start()
  local client = editor.open('Shop.Domain/Money.cs')
  return {
    root = vim.fs.basename(client.root_dir),
    server = vim.tbl_get(client.server_info or {}, 'name'),
    provides = vim.tbl_keys(client.server_capabilities),
    triggers = vim.tbl_get(client.server_capabilities, 'completionProvider', 'triggerCharacters') or {},
    language = client.attached_buffers[vim.api.nvim_get_current_buf()],
    ghost_text = vim.lsp.inline_completion == nil or vim.lsp.inline_completion.is_enabled { bufnr = 0 },
    encoding = client.offset_encoding,
  }
end
