-- Behind a dot, the members of what stands before it.
local planted = require('planted').sizes

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  editor.open(planted.path)
  editor.behind('größe.')
  return { labels = editor.completions() }
end
