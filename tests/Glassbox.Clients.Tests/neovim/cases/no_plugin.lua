-- Neovim's own words alone, without our plugin, as the client's README has them: what matters is there all the same.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  vim.lsp.config('glassbox', {
    cmd = { vim.env.GLASSBOX_TEST_SERVER, 'lsp' },
    filetypes = { 'cs' },
    root_markers = { 'Shop.sln' },
    init_options = { trusted = false },
  })
  vim.lsp.enable('glassbox')
  local client = editor.open(planted.path)
  local finding = editor.finding('GB1001')
  editor.behind('command.')
  return {
    actions = client:supports_method('textDocument/codeAction', vim.api.nvim_get_current_buf()),
    drawn = editor.drawn(finding),
    labels = editor.completions(),
  }
end
