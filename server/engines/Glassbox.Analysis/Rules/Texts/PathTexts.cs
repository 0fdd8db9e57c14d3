using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about paths and addresses say.</summary>
internal static class PathTexts
{
    public static readonly RuleInfo PathTraversal = new(
        RuleIds.PathTraversal, "PathTraversal", "Value from outside chooses a file", "Paths", [22, 73], Severity.Error,
        """
        With `..` in it, or as an absolute path (which makes `Path.Combine` forget what came before), the value reaches files
        outside the folder that was meant: settings, keys, the program itself.
        """,
        """
        Use only the last part of the name (`Path.GetFileName`), or compute the full path (`Path.GetFullPath`) and refuse it
        unless it starts with the full path of the folder and a separator. Better still, look the file up by an id.
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Mvc;

        public class FilesController : ControllerBase
        {
            public string Show(string name) => System.IO.File.ReadAllText(Path.Combine("/srv/files", name));
        }
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Mvc;

        public class FilesController : ControllerBase
        {
            public string Show(string name) => System.IO.File.ReadAllText(Path.Combine("/srv/files", Path.GetFileName(name)));
        }
        """);

    public static readonly RuleInfo OpenRedirect = new(
        RuleIds.OpenRedirect, "OpenRedirect", "Value from outside chooses where a redirect leads", "Paths", [601], Severity.Warning,
        """
        A link to your site that sends its reader on to another one is what phishing needs: the address looks right, and the
        page that asks for the password is the attacker's.
        """,
        """
        Redirect only within the site: `LocalRedirect(url)`, or `Url.IsLocalUrl(url)` before `Redirect(url)`. For other sites
        compare the host with a list that the program holds.
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class AccountController : ControllerBase
        {
            public IActionResult Done(string returnUrl) => Redirect(returnUrl);
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class AccountController : ControllerBase
        {
            public IActionResult Done(string returnUrl) => LocalRedirect(returnUrl);
        }
        """);
}
