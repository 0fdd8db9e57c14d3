-- Ghost text is asked for as the protocol says, and answered without an error.
local planted = require('planted').sizes

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  local client = editor.open(planted.path)
  editor.behind('var schmuck = ')
  local result = editor.request('textDocument/inlineCompletion', { context = { triggerKind = 1 } })
  local items = result and (result.items or result) or {}
  return {
    announced = client:supports_method('textDocument/inlineCompletion'),
    texts = vim.tbl_map(function(item)
      return type(item.insertText) == 'table' and item.insertText.value or item.insertText
    end, items),
  }
end
