-- Settings given to setup, and changed while the server runs, reach it as the section `glassbox`.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start { settings = { analysis = { enabled = true } } }
  local client = editor.open(planted.path)
  editor.finding('GB1001')

  client.settings = { glassbox = { analysis = { enabled = false } } }
  client:notify('workspace/didChangeConfiguration', { settings = client.settings })
  editor.wait('findings go when analysis is switched off', function()
    return #editor.findings('GB1001') == 0
  end)
  return { gone = true }
end
