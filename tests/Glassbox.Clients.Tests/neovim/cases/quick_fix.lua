-- The preferred quick fix removes the finding; one undo brings everything back.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  editor.open(planted.path)

  local finding = editor.finding('GB1001')
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  local before = editor.text()
  local offered = {}
  vim.lsp.buf.code_action {
    apply = true,
    filter = function(action)
      table.insert(offered, { title = action.title, kind = action.kind, preferred = action.isPreferred == true })
      return vim.startswith(action.kind or '', 'quickfix') and action.isPreferred
    end,
  }
  editor.wait('the fix is applied', function()
    return editor.text() ~= before
  end, function()
    return { offered = offered, messages = editor.messages() }
  end)
  local after = editor.text()
  editor.wait('the finding is gone', function()
    return #editor.findings('GB1001') == 0
  end, function()
    return { text = after, diagnostics = vim.diagnostic.get(0) }
  end)
  local others = vim.tbl_map(function(diagnostic)
    return diagnostic.message
  end, vim.diagnostic.get(0))

  vim.cmd('silent undo')
  return { offered = offered, after = after, others = others, undone = editor.text() == before }
end
