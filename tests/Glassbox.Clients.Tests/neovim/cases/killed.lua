-- An editor that is killed says nothing to its server, which ends all the same.
return function(editor)
  local typist = editor.typist('Shop.Domain/Money.cs')
  local processes = editor.wait('the server starts', function()
    local started = editor.descendants(typist.pid)
    return #started > 0 and started
  end)
  vim.uv.kill(typist.pid, 'sigkill')
  editor.ended('the end of what a killed editor had started', processes)
  return { processes = processes }
end
