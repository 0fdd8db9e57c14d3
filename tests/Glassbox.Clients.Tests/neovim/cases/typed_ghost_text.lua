-- Real keys: what the workspace's own code makes likely stands behind the cursor as ghost text, and is taken.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  local typist = editor.typist(planted.path)

  typist.keys('/return Results<CR>O')
  typist.wait('there is a line to type in', [[vim.api.nvim_get_mode().mode == 'i']])
  typist.wait(
    'the workspace has been learned from',
    [[#require('editor').ghost_texts('await using var other%d = connection.') > 0]]
  )
  typist.wait('the ghost text is drawn', [[#vim.api.nvim_buf_get_extmarks(0,
    vim.api.nvim_get_namespaces()['nvim.lsp.inline_completion'], 0, -1, {}) > 0]])
  typist.lua('vim.lsp.inline_completion.get()')
  typist.wait('the ghost text is taken', [[vim.endswith(vim.api.nvim_get_current_line(), ';')]])
  local line = typist.lua('return vim.api.nvim_get_current_line()')
  typist.stop()
  return { line = line }
end
