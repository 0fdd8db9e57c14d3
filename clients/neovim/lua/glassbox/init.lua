--- Glassbox in Neovim: how the server is started, and which of Neovim's own LSP features are switched on for it.
--- What the user sees comes from the server; nothing is decided here.
local M = {}

--- @class glassbox.Options
--- @field cmd? string[] what starts the server
--- @field filetypes? string[] where it attaches
--- @field settings? table the `glassbox` section of the settings
--- @field trusted? boolean whether the server may run the build logic of what is opened; nil: it asks
--- @field inline_completion? boolean ghost text, where Neovim has it (0.12)
--- @field autotrigger? boolean open the completion popup while typing

--- Which features `attach` switches on.
--- @type glassbox.Options
M.options = { inline_completion = true, autotrigger = false }

--- The first of these that is found upward from a file names its root.
local root_markers = {
  function(name)
    return name:match('%.slnx?$') ~= nil
  end,
  function(name)
    return name:match('%.csproj$') ~= nil
  end,
  '.git',
}

--- Language identifiers of the protocol where they are not Neovim's file type.
local language_ids = { cs = 'csharp', ps1 = 'powershell', sh = 'shellscript' }

--- @param source integer|string a buffer or a path
--- @return string? folder
function M.root(source)
  for _, marker in ipairs(root_markers) do
    local root = vim.fs.root(source, marker)
    if root then
      return root
    end
  end
end

--- What `vim.lsp.config` is given (see lsp/glassbox.lua).
--- @type vim.lsp.Config
M.config = {
  cmd = { 'glassbox', 'lsp' },
  filetypes = {
    'cs',
    'c',
    'cpp',
    'css',
    'dockerfile',
    'fsharp',
    'go',
    'html',
    'java',
    'javascript',
    'javascriptreact',
    'json',
    'jsonc',
    'kotlin',
    'lua',
    'markdown',
    'php',
    'ps1',
    'python',
    'razor',
    'ruby',
    'rust',
    'scss',
    'sh',
    'sql',
    'toml',
    'typescript',
    'typescriptreact',
    'vb',
    'xml',
    'yaml',
  },
  root_dir = function(bufnr, on_dir)
    on_dir(M.root(bufnr))
  end,
  get_language_id = function(_, filetype)
    return language_ids[filetype] or filetype
  end,
}

--- Configures the server and starts it for the buffers that are open and those to come.
--- @param options? glassbox.Options
function M.setup(options)
  assert(vim.lsp.config, 'glassbox: setup needs Neovim 0.11 or newer; for 0.10 see lspconfig/glassbox.lua')
  options = options or {}
  M.options = vim.tbl_extend('force', M.options, options)
  vim.lsp.config('glassbox', {
    cmd = options.cmd,
    filetypes = options.filetypes,
    settings = options.settings and { glassbox = options.settings },
    init_options = options.trusted ~= nil and { trusted = options.trusted } or nil,
  })
  vim.lsp.enable('glassbox')
end

--- Switches Neovim's features on for a buffer that the server attaches to (see plugin/glassbox.lua). Ghost text can be
--- switched on only for a buffer as a whole: for one client alone Neovim leaves it off.
--- @param client vim.lsp.Client
--- @param bufnr integer
function M.attach(client, bufnr)
  if M.options.inline_completion and vim.lsp.inline_completion then
    vim.lsp.inline_completion.enable(true, { bufnr = bufnr })
  end
  if M.options.autotrigger then
    vim.lsp.completion.enable(true, client.id, bufnr, { autotrigger = true })
  end
end

return M
