-- After many edits with characters of one to four bytes, over one and several lines, undone and redone, the server has
-- the text that the editor has: it completes behind them, and its findings stand where they did.
local sizes = require('planted').sizes
local injection = require('planted').injection

--- Each changes the text of the buffer in another way, and is undone by itself.
local edits = {
  function(editor)
    editor.replace('var schmuck', '// 😀 Maßstäbe\n        // größer 🎁🎁 als ü\n        var schmuck')
  end,
  function(editor)
    editor.replace('Übermaß 🎁', 'Ü 👩‍👩‍👧 ẞ')
  end,
  function()
    vim.cmd('silent 1copy $')
  end,
  function()
    vim.cmd('silent $delete')
  end,
  function()
    vim.cmd('silent undo')
  end,
  function()
    vim.cmd('silent redo')
  end,
  function(editor)
    editor.replace('// 😀 Maßstäbe', '/* 😀 Maß')
    editor.replace('// größer 🎁🎁 als ü', 'größer 🎁 als ü */')
  end,
  function()
    vim.cmd([[silent %substitute/größe\>/grösse/g]])
  end,
  function()
    vim.cmd('silent undo')
  end,
  function(editor)
    editor.behind('return schmuck')
    vim.cmd('silent join')
    vim.cmd('silent undo')
  end,
  function()
    vim.cmd('silent normal! ggO// ⚠ oben\r// 🏁\r')
  end,
}

--- Every edit, then all of them back to the first text at once; and again, the last time to stay.
local function churn(editor)
  for round = 1, 4 do
    if round > 1 then
      vim.cmd('silent undo 0')
    end
    for _, edit in ipairs(edits) do
      edit(editor)
      vim.bo.undolevels = vim.bo.undolevels
    end
  end
end

return function(editor)
  editor.write(sizes.path, sizes.text)
  editor.write(injection.path, injection.text)
  editor.start()
  editor.open(sizes.path)
  churn(editor)
  local text = editor.text()
  editor.replace('return schmuck', 'var späße = "😀👩‍👩‍👧ß"; _ = größe.;\n        return schmuck')
  editor.behind('_ = größe.')
  local labels = editor.completions()

  editor.open(injection.path)
  local before = editor.finding('GB1001')
  local under = editor.under(before)
  editor.replace('            command.CommandText', '/* 😀 ä\n ü 👩‍👩‍👧 */ /* 🎁 */ command.CommandText')
  vim.cmd('silent normal! ggO// 🏁 ß')
  editor.wait('the finding moves with the text', function()
    local finding = editor.findings('GB1001')[1]
    return finding and finding.lnum == before.lnum + 2 and editor.under(finding) == under
  end, function()
    return { lnum = before.lnum, under = under, now = vim.diagnostic.get(0) }
  end)
  return { churned = text ~= sizes.text, labels = labels, under = under }
end
