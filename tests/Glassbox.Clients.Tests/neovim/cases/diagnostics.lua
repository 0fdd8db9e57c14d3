-- A planted injection is found and drawn, and goes away when it is typed away.
local planted = require('planted').injection

return function(editor)
  editor.write(planted.path, planted.text)
  editor.start()
  editor.open(planted.path)

  local finding = editor.finding('GB1001')
  local saw = {
    source = finding.source,
    message = finding.message,
    line = vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, true)[1],
    under = editor.under(finding),
    drawn = editor.drawn(finding),
  }

  editor.replace([["SELECT sku FROM stock WHERE sku LIKE '" + prefix + "'"]], '"SELECT sku FROM stock"')
  editor.wait('the finding goes when its cause goes', function()
    return #editor.findings('GB1001') == 0
  end)
  return saw
end
