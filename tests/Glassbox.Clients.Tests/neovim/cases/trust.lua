-- Nobody said whether the projects may be run, so the user is asked.
return function(editor)
  editor.start { trusted = vim.NIL }
  editor.open('Shop.Domain/Money.cs')
  editor.wait('the question comes', function()
    return #editor.questions() > 0
  end)
  return editor.questions()
end
