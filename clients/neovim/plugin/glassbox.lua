if vim.g.loaded_glassbox then
  return
end
vim.g.loaded_glassbox = true

vim.api.nvim_create_autocmd('LspAttach', {
  group = vim.api.nvim_create_augroup('glassbox', {}),
  desc = 'switch on what Neovim shows of Glassbox',
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == 'glassbox' then
      require('glassbox').attach(client, event.buf)
    end
  end,
})
