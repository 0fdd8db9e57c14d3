-- What there is before anybody says anything: through setup {}, Neovim's own vim.lsp.config, and nvim-lspconfig's way.
return function(editor)
  editor.load()
  require('glassbox').setup {}
  local config = vim.lsp.config.glassbox
  local older = dofile(vim.api.nvim_get_runtime_file('lspconfig/glassbox.lua', false)[1]).default_config

  -- Not below the sample, whose own solution would be found.
  editor.folder = vim.fn.tempname()

  --- The root of a file in a tree of these files, relative to the tree.
  local function root(tree, file)
    local top = vim.fs.joinpath(editor.folder, tree)
    local found = older.root_dir(vim.fs.joinpath(top, file))
    return found and vim.fs.relpath(top, found)
  end
  for _, file in ipairs {
    'solution/.git/HEAD',
    'solution/src/All.slnx',
    'solution/src/App/App.csproj',
    'solution/src/App/Code/A.cs',
    'project/.git/HEAD',
    'project/src/App.csproj',
    'project/src/Code/A.cs',
    'neither/.git/HEAD',
    'neither/deep/a.py',
  } do
    editor.write(file, '')
  end

  return {
    cmd = config.cmd,
    silent_about_trust = config.init_options == nil,
    same = vim.deep_equal(config.cmd, older.cmd) and vim.deep_equal(config.filetypes, older.filetypes),
    filetypes = config.filetypes,
    roots = {
      solution = root('solution', 'src/App/Code/A.cs'),
      project = root('project', 'src/Code/A.cs'),
      neither = root('neither', 'deep/a.py'),
    },
    help = #vim.api.nvim_get_runtime_file('doc/glassbox.txt', false),
  }
end
