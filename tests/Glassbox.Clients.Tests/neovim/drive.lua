-- Runs one case in this Neovim and writes what it saw, as JSON, to the file that the test names.
--     nvim --headless --clean -l drive.lua CASE
-- A case is a function of the editor (editor.lua) that returns its observations; the test judges them.
local here = vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2))
package.path = here .. '/?.lua;' .. package.path

local editor = require('editor')
local case = dofile(vim.fs.joinpath(here, 'cases', arg[1] .. '.lua'))

local ok, outcome = xpcall(case, debug.traceback, editor)
local report = { messages = editor.messages(), saw = ok and outcome or nil, failure = not ok and outcome or nil }
vim.fn.writefile({ vim.json.encode(report) }, vim.env.GLASSBOX_TEST_REPORT)
if not ok then
  os.exit(1)
end
