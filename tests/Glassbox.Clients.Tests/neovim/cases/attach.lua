-- The server attaches to a file of the solution and says what it can do, some of it only after the handshake.
return function(editor)
  editor.start()
  local client = editor.open('Shop.Domain/Money.cs')
  local methods = { 'textDocument/completion', 'textDocument/hover', 'textDocument/codeAction' }
  if vim.lsp.inline_completion then
    table.insert(methods, 'textDocument/inlineCompletion')
  end
  for _, method in ipairs(methods) do
    editor.wait(method .. ' is offered', function()
      return client:supports_method(method, vim.api.nvim_get_current_buf())
    end)
  end
  return {
    root = vim.fs.basename(client.root_dir),
    server = vim.tbl_get(client.server_info or {}, 'name'),
    triggers = vim.tbl_get(client.server_capabilities, 'completionProvider', 'triggerCharacters') or {},
    language = client.attached_buffers[vim.api.nvim_get_current_buf()],
    ghost_text = vim.lsp.inline_completion == nil or vim.lsp.inline_completion.is_enabled { bufnr = 0 },
  }
end
