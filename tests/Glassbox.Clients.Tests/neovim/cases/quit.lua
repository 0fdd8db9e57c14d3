-- Quitting the editor ends the server and all that it started.
return function(editor)
  editor.start()
  editor.open('Shop.Domain/Money.cs')
  editor.completions()
  return { processes = editor.descendants(vim.fn.getpid()) }
end
