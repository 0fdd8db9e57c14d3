-- What the cases do in the editor, and how they wait: always for something named, all under one deadline.
local client = require('client')

local M = { load = client.load, start = client.start, folder = vim.env.GLASSBOX_TEST_FOLDER }

local ends = vim.uv.now() + tonumber(vim.env.GLASSBOX_TEST_MILLISECONDS)

local function left()
  return math.max(ends - vim.uv.now(), 1)
end

--- What the server has shown to the user.
function M.messages()
  return client.messages
end

--- What the server has asked the user.
function M.questions()
  return client.questions
end

--- Waits until `predicate` gives something true, and returns it.
--- @param what string
--- @param predicate fun(): any
--- @param detail? fun(): any what to report when it never comes
function M.wait(what, predicate, detail)
  local got
  vim.wait(left(), function()
    got = predicate()
    return got and true or false
  end, 20)
  return got or error(('never came: %s\n%s'):format(what, detail and vim.inspect(detail()) or ''), 0)
end

--- The client that serves the current buffer.
--- @return vim.lsp.Client
function M.client()
  return M.wait('the server attaches', function()
    local attached = vim.lsp.get_clients { name = 'glassbox', bufnr = 0 }[1]
    return attached and attached.initialized and attached
  end)
end

--- Edits a file of the workspace and waits for the server to attach to it.
--- @param path string relative to the workspace
function M.open(path)
  vim.cmd.edit(vim.fs.joinpath(M.folder, path))
  return M.client()
end

--- @param path string relative to the workspace
--- @param text string
function M.write(path, text)
  local full = vim.fs.joinpath(M.folder, path)
  vim.fn.mkdir(vim.fs.dirname(full), 'p')
  vim.fn.writefile(vim.split(text, '\n', { plain = true }), full)
end

function M.text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
end

--- Puts the cursor just behind the first `mark` in the buffer, so that it stands where typing would go on. In normal
--- mode the cursor cannot stand behind the last character of a line, hence 'virtualedit'.
--- @param mark string
function M.behind(mark)
  vim.o.virtualedit = 'onemore'
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local _, last = line:find(mark, 1, true)
    if last then
      vim.api.nvim_win_set_cursor(0, { row, last })
      return
    end
  end
  error('the buffer has no ' .. mark, 0)
end

--- @param mark string
--- @param replacement string may have several lines
function M.replace(mark, replacement)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local first, last = line:find(mark, 1, true)
    if first then
      vim.api.nvim_buf_set_text(0, row - 1, first - 1, row - 1, last, vim.split(replacement, '\n', { plain = true }))
      return
    end
  end
  error('the buffer has no ' .. mark, 0)
end

--- Asks the server at the cursor and returns its result, or fails with the error that it answered.
--- @param method string
--- @param more? table further parameters
function M.request(method, more)
  local serving = M.client()
  local params = vim.lsp.util.make_position_params(0, serving.offset_encoding)
  local answers, failure = vim.lsp.buf_request_sync(0, method, vim.tbl_extend('force', params, more or {}), left())
  local answer = (answers or {})[serving.id] or error(('no answer to %s: %s'):format(method, failure), 0)
  if answer.err then
    error(('%s was answered with error %s: %s'):format(method, answer.err.code, answer.err.message), 0)
  end
  return answer.result
end

--- Labels of the completion items at the cursor.
--- @return string[]
function M.completions()
  local result = M.request('textDocument/completion', { context = { triggerKind = 1 } })
  return vim.tbl_map(function(item)
    return item.label
  end, result and (result.items or result) or {})
end

local attempts = 0
local again = 0

--- The ghost texts that the server has behind a line, which takes the place of the cursor's. It is for asking until
--- there are some: the server learns only while nobody types, so in between nothing is asked for a while; and it learns
--- from the half-written line too, which would then speak against itself, so each attempt writes another number for
--- `%d`.
--- @param line string
--- @return string[]
function M.ghost_texts(line)
  if vim.uv.now() < again then
    return {}
  end
  attempts = attempts + 1
  line = line:format(attempts)
  vim.api.nvim_set_current_line(line)
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_win_get_cursor(0)[1], #line })
  local result = M.request('textDocument/inlineCompletion', { context = { triggerKind = 2 } })
  vim.uv.update_time()
  again = vim.uv.now() + 800
  return vim.tbl_map(function(item)
    return type(item.insertText) == 'table' and item.insertText.value or item.insertText
  end, result and (result.items or result) or {})
end

--- The diagnostics of one rule in the current buffer.
--- @param rule string
--- @return vim.Diagnostic[]
function M.findings(rule)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.code == rule
  end, vim.diagnostic.get(0))
end

--- @param rule string
--- @return vim.Diagnostic
function M.finding(rule)
  return M.wait('a finding of ' .. rule, function()
    return M.findings(rule)[1]
  end, function()
    return vim.diagnostic.get(0)
  end)
end

--- The text under a diagnostic.
--- @param diagnostic vim.Diagnostic
function M.under(diagnostic)
  return table.concat(
    vim.api.nvim_buf_get_text(0, diagnostic.lnum, diagnostic.col, diagnostic.end_lnum, diagnostic.end_col, {}),
    '\n'
  )
end

--- Whether a diagnostic is drawn: Neovim's own underline stands at its place.
--- @param diagnostic vim.Diagnostic
function M.drawn(diagnostic)
  local drawn = vim.diagnostic.get_namespace(diagnostic.namespace).user_data.underline_ns
  return drawn ~= nil
    and #vim.api.nvim_buf_get_extmarks(0, drawn, { diagnostic.lnum, 0 }, { diagnostic.lnum, -1 }, {}) > 0
end

--- What Linux says of a process: its state and its parent, or nothing when it is gone.
--- @param pid integer|string
--- @return string? state
--- @return integer? parent
local function status(pid)
  local file = io.open(('/proc/%s/stat'):format(pid))
  if file then
    local state, parent = (file:read('a') or ''):match('^.*%) (%S) (%d+)')
    file:close()
    return state, tonumber(parent)
  end
end

--- The processes that this one started. nvim_get_proc_children() knows only those that its main thread started.
--- @param pid integer
--- @return integer[]
function M.children(pid)
  if not vim.uv.fs_stat('/proc') then
    return vim.api.nvim_get_proc_children(pid)
  end
  local children = {}
  for name in vim.fs.dir('/proc') do
    if name:match('^%d+$') and select(2, status(name)) == pid then
      table.insert(children, tonumber(name))
    end
  end
  return children
end

--- Every process that this one started, directly or not.
--- @param pid integer
--- @return integer[]
function M.descendants(pid)
  local all = {}
  for _, child in ipairs(M.children(pid)) do
    table.insert(all, child)
    vim.list_extend(all, M.descendants(child))
  end
  return all
end

--- Whether a process is there. One that has ended and only waits to be collected is not.
--- @param pid integer
function M.alive(pid)
  if not vim.uv.fs_stat('/proc') then
    return vim.uv.kill(pid, 0) == 0
  end
  local state = status(pid)
  return state ~= nil and state ~= 'Z'
end

--- Waits for the end of all these processes.
--- @param what string
--- @param pids integer[]
function M.ended(what, pids)
  local function living()
    return vim.tbl_filter(M.alive, pids)
  end
  return M.wait(what, function()
    return #living() == 0
  end, living)
end

--- A second Neovim that gets real keys. It has our plugin, set up with `options`, and a file of the workspace open.
--- @param path string
--- @param options? glassbox.Options
function M.typist(path, options)
  local channel = vim.fn.jobstart({
    vim.env.GLASSBOX_TEST_NEOVIM,
    '--embed',
    '--headless',
    '--clean',
    '--cmd',
    ('lua package.path = %q .. package.path'):format(vim.fs.joinpath(vim.env.GLASSBOX_TEST_SCRIPTS, '?.lua;')),
  }, { rpc = true })
  local typist = { pid = vim.fn.jobpid(channel) }

  --- Runs Lua in it.
  function typist.lua(code, ...)
    return vim.rpcrequest(channel, 'nvim_exec_lua', code, { ... })
  end

  --- Types, as from a keyboard.
  function typist.keys(keys)
    vim.rpcrequest(channel, 'nvim_input', keys)
  end

  --- Waits for what a Lua expression says there.
  function typist.wait(what, expression)
    return M.wait(what, function()
      local got = typist.lua('return ' .. expression)
      return got ~= vim.NIL and got
    end, function()
      return typist.lua('return { mode = vim.api.nvim_get_mode(), line = vim.api.nvim_get_current_line() }')
    end)
  end

  function typist.stop()
    vim.fn.jobstop(channel)
  end

  typist.lua([[require('client').start(...)]], options or vim.empty_dict())
  typist.lua('vim.cmd.edit(...)', vim.fs.joinpath(M.folder, path))
  typist.wait(
    'the server attaches in the second Neovim',
    [[#vim.tbl_filter(function(c) return c.initialized end, vim.lsp.get_clients { bufnr = 0 }) > 0]]
  )
  return typist
end

return M
