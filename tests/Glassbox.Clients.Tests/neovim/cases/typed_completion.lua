-- Real keys: a dot opens the popup by itself, the name typed on narrows it, CTRL-Y takes it.
local planted = require('planted').sizes

return function(editor)
  editor.write(planted.path, planted.text)
  local typist = editor.typist(planted.path, { autotrigger = true })

  typist.lua([[vim.o.completeopt = 'menuone,noselect,popup']])
  typist.keys('/return schmuck<CR>O_ = größe.')
  typist.wait('the popup opens', 'vim.fn.pumvisible() == 1')
  local offered = typist.lua([[return vim.tbl_map(function(i) return i.abbr ~= '' and i.abbr or i.word end,
    vim.fn.complete_info({ 'items' }).items)]])

  typist.keys('Bre')
  typist.wait('the popup is narrowed', [[#vim.fn.complete_info({ 'matches' }).matches == 1]])
  typist.keys('<C-n><C-y>')
  typist.wait('the popup closes', 'vim.fn.pumvisible() == 0')
  typist.keys(';<Esc>')
  typist.wait('typing is over', [[vim.api.nvim_get_mode().mode == 'n']])
  local line = typist.lua('return vim.api.nvim_get_current_line()')
  typist.stop()
  return { offered = offered, line = line }
end
