local planted = require('planted').injection
return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  editor.open(planted.path)
  local out = {}
  for _, t in ipairs{'await using var other = ', 'await using var command = ', 'command.', 'await using var connection = await ', 'return Results.', 'await using var second = connection.', 'await using var command = connec'} do
    vim.cmd('silent undo 0')
    editor.replace('            return Results', '            '..t..'\n            return Results')
    editor.behind('LIKE')
    vim.api.nvim_win_set_cursor(0,{14, 12+#t})
    vim.wait(1500)
    local r = editor.request('textDocument/inlineCompletion', { context = { triggerKind = 2 } })
    out[t]=r
  end
  return out
end
