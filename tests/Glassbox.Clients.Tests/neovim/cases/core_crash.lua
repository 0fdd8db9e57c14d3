-- The core is killed under the server: the same server goes on, with the text as it is in the editor.
local planted = require('planted').sizes

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  local client = editor.open(planted.path)
  editor.replace('decimal Breite', 'decimal Breite, decimal Höhe')
  editor.behind('größe.')
  editor.completions()

  local core = editor.wait('the core runs', function()
    local server = editor.children(vim.fn.getpid())[1]
    return server and editor.children(server)[1]
  end)
  vim.uv.kill(core, 'sigkill')
  local labels
  editor.wait('completion is whole again', function()
    labels = editor.completions()
    return vim.list_contains(labels, 'Höhe')
  end, function()
    return labels
  end)
  editor.wait('the user is told', function()
    return #editor.messages() > 0
  end)
  return { same = editor.client().id == client.id, messages = #editor.messages() }
end
