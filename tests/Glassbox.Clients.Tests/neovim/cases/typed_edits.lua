-- Real keys in insert mode, with umlauts and emoji, line breaks, backspaces and undo; then the popup is right.
local planted = require('planted').sizes

return function(editor)
  editor.write(planted.path, planted.text)
  local typist = editor.typist(planted.path)

  typist.keys('/var schmuck<CR>O// äöü 😀<CR>🎁 ß<BS>ẞ<CR>x<BS><BS><BS><Esc>')
  typist.keys('uu<C-r>dd')
  typist.keys('oif (größe.Länge > 1) // 👩‍👩‍👧<CR>{<CR>}<Esc>kJu')
  typist.keys('/return schmuck<CR>O/* 🎁ü */ _ = größe.')
  typist.wait('the keys have arrived', [[vim.endswith(vim.api.nvim_get_current_line(), '_ = größe.')]])
  typist.keys('<C-x><C-o>')
  typist.wait('the popup opens', 'vim.fn.pumvisible() == 1')
  local words = typist.lua([[return vim.tbl_map(function(i) return i.word end,
    vim.fn.complete_info({ 'items' }).items)]])
  typist.stop()
  return { words = words }
end
