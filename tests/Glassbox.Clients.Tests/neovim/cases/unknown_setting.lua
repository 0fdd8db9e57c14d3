-- A setting that does not exist is named to the user, once.
return function(editor)
  editor.start { settings = { complection = { enabled = true } } }
  editor.open('Shop.Domain/Money.cs')
  editor.wait('the setting is named', function()
    return #editor.messages() > 0
  end)
  editor.open('Shop.Domain/Carts/Cart.cs')
  editor.completions()
  return vim.tbl_map(function(message)
    return message.text
  end, editor.messages())
end
