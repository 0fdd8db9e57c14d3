-- Our plugin in a Neovim that has nothing else, loaded as a user's init.lua would: in the Neovim that runs the case,
-- and in the second one that gets typed keys.
local M = { messages = {}, questions = {} }

local show = vim.lsp.handlers['window/showMessage']
vim.lsp.handlers['window/showMessage'] = function(err, params, ctx)
  table.insert(M.messages, { type = params.type, text = params.message })
  return show(err, params, ctx)
end

--- Nobody is there to choose: every question is noted and dismissed.
vim.ui.select = function(items, options, on_choice)
  table.insert(M.questions, { prompt = options.prompt, items = vim.tbl_map(options.format_item or tostring, items) })
  on_choice(nil)
end

vim.o.swapfile = false
vim.opt.runtimepath:prepend(vim.env.GLASSBOX_TEST_PLUGIN)
vim.cmd.runtime('plugin/glassbox.lua')
vim.cmd.filetype('on')

--- @param options? glassbox.Options here `trusted` is false, and vim.NIL says nothing
function M.start(options)
  local defaults = { cmd = { vim.env.GLASSBOX_TEST_SERVER, 'lsp' }, trusted = false }
  options = vim.tbl_extend('force', defaults, options or {})
  if options.trusted == vim.NIL then
    options.trusted = nil
  end
  require('glassbox').setup(options)
end

return M
