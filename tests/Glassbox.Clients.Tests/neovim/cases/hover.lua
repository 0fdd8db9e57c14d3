-- Hover on a finding opens Neovim's window with its explanation; hover elsewhere is left to the usual server.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  editor.open(planted.path)

  local finding = editor.finding('GB1001')
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  vim.lsp.buf.hover { focusable = false }
  local float = editor.wait('the hover window opens', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return window
      end
    end
  end)
  local shown = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, true)

  editor.behind('namespace Shop')
  local elsewhere = editor.request('textDocument/hover')
  return { shown = table.concat(shown, '\n'), elsewhere = elsewhere ~= nil }
end
