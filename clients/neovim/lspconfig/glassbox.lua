-- For nvim-lspconfig's own way of naming servers, on Neovim 0.10:
--   require('lspconfig.configs').glassbox = dofile(vim.api.nvim_get_runtime_file('lspconfig/glassbox.lua', false)[1])
--   require('lspconfig').glassbox.setup {}
local glassbox = require('glassbox')

return {
  default_config = {
    cmd = glassbox.config.cmd,
    filetypes = glassbox.config.filetypes,
    root_dir = glassbox.root,
    get_language_id = glassbox.config.get_language_id,
    single_file_support = true,
  },
  docs = {
    description = 'Glassbox: an AI coding agent as a language server, beside the usual server of a language.',
  },
}
