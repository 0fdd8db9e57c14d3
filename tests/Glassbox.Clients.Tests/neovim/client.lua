-- A Neovim that has nothing but our plugin, loaded as a user's init.lua would: the one that runs the case, and the
-- second one that gets typed keys.
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
vim.cmd.filetype('on')

--- Puts the plugin on the runtime path.
function M.load()
  vim.opt.runtimepath:prepend(vim.env.GLASSBOX_TEST_PLUGIN)
  vim.cmd.runtime('plugin/glassbox.lua')
end

--- Loads it and sets it up.
--- @param options? glassbox.Options here `trusted` is false, and vim.NIL says nothing
function M.start(options)
  local defaults = { cmd = { vim.env.GLASSBOX_TEST_SERVER, 'lsp' }, trusted = false }
  options = vim.tbl_extend('force', defaults, options or {})
  if options.trusted == vim.NIL then
    options.trusted = nil
  end
  M.load()
  require('glassbox').setup(options)
end

return M
