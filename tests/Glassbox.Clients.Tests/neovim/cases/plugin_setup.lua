-- What the plugin makes of its options, seen by a server that only notes what it is sent.
return function(editor)
  local seen = {}

  --- A server inside this Neovim, as vim.lsp.start() takes one.
  local function server()
    local closing = false
    return {
      request = function(method, params, callback)
        seen[method] = params
        vim.schedule(function()
          callback(nil, method == 'initialize' and { capabilities = { textDocumentSync = 1 } } or vim.NIL)
        end)
        return true, 1
      end,
      notify = function(method, params)
        seen[method] = params
        closing = closing or method == 'exit'
        return true
      end,
      is_closing = function()
        return closing
      end,
      terminate = function()
        closing = true
      end,
    }
  end

  editor.start { cmd = server, settings = { ghostText = { threshold = 0.7 } }, trusted = true }
  editor.open('Shop.Domain/Money.cs')
  editor.wait('the document is opened', function()
    return seen['textDocument/didOpen']
  end)
  return {
    options = seen.initialize.initializationOptions,
    root = vim.fs.basename(seen.initialize.rootPath),
    settings = seen['workspace/didChangeConfiguration'].settings,
    language = seen['textDocument/didOpen'].textDocument.languageId,
  }
end
