-- Ghost text is announced, and answered once the workspace's own code has been learned from.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  local client = editor.open(planted.path)
  editor.replace('return Results', 'x\n            return Results')
  editor.behind('            x')
  local texts = editor.wait('there is ghost text', function()
    local found = editor.ghost_texts('            await using var other%d = connection.')
    return #found > 0 and found
  end)
  return { announced = client:supports_method('textDocument/inlineCompletion'), texts = texts }
end
