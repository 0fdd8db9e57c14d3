using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about logs, secrets and error messages say.</summary>
internal static class ExposureTexts
{
    public static readonly RuleInfo LogForging = new(
        RuleIds.LogForging, "LogForging", "Value from outside is written to the log as it is", "Injection", [117], Severity.Information,
        """
        With a line break in it the value adds lines that look like entries of the program, and hides in this way what was really
        done. Where a browser shows the log, the value can also bring a script.
        """,
        """
        Take the line breaks out (`ReplaceLineEndings`), and hand the value over as an argument of the message, so that a log in
        JSON or in a database keeps it apart from the text.
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class LoginController(ILogger<LoginController> logger) : ControllerBase
        {
            public void Failed(string user) => logger.LogWarning("Wrong password for " + user);
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class LoginController(ILogger<LoginController> logger) : ControllerBase
        {
            public void Failed(string user) => logger.LogWarning("Wrong password for {User}", user.ReplaceLineEndings(" "));
        }
        """);

    public static readonly RuleInfo SecretInLog = new(
        RuleIds.SecretInLog, "SecretInLog", "Secret is written to the log", "Exposure", [532, 200], Severity.Warning,
        """
        A log is read by many: by those who look after the machine, by services that collect it, by whoever finds an old backup.
        It is kept for long, and a password in it works until it is changed.
        """,
        """
        Leave the secret out and log whom or what it belongs to. Where two entries must be told to be about the same key, log its
        last few characters or a keyed hash. Secrets that were logged must be replaced.
        """,
        """
        using Microsoft.Extensions.Logging;

        public class Accounts(ILogger<Accounts> logger)
        {
            public void Change(string user, string password) => logger.LogInformation("New password of " + user + ": " + password);
        }
        """,
        """
        using Microsoft.Extensions.Logging;

        public class Accounts(ILogger<Accounts> logger)
        {
            public int Change(string user, string password)
            {
                logger.LogInformation("New password of {User}", user);
                return password.Length;
            }
        }
        """);

    public static readonly RuleInfo ErrorDetailsExposed = new(
        RuleIds.ErrorDetailsExposed, "ErrorDetailsExposed", "Details of an error are sent to the client",
        "Exposure", [209, 497, 550], Severity.Warning,
        """
        The text of an exception and its stack trace name files, tables, servers and versions, sometimes with the values that were
        used. An attacker provokes errors to read them, and learns what to try next.
        """,
        """
        Log the exception, and tell the client what failed in words of your own, with a number under which the entry is found.
        Leave the developer exception page to development, and use `UseExceptionHandler` elsewhere.
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Mvc;

        public class OrdersController : ControllerBase
        {
            public IActionResult List()
            {
                try
                {
                    return Ok(System.IO.File.ReadAllText("orders.csv"));
                }
                catch (IOException exception)
                {
                    return StatusCode(500, exception.ToString());
                }
            }
        }
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
        {
            public IActionResult List()
            {
                try
                {
                    return Ok(System.IO.File.ReadAllText("orders.csv"));
                }
                catch (IOException exception)
                {
                    logger.LogError(exception, "The orders cannot be read");
                    return StatusCode(500, "The orders cannot be shown at the moment.");
                }
            }
        }
        """);

    public static readonly RuleInfo SecretInClearText = new(
        RuleIds.SecretInClearText, "SecretInClearText", "Secret is stored or sent in clear text",
        "Exposure", [312, 313, 315, 319], Severity.Warning,
        """
        Whoever can read the file, the cookie or the network has the secret: other users of the machine, whoever finds a backup,
        every station on the way. People use the same password elsewhere, so that more is lost than one account.
        """,
        """
        Store of passwords only a slow hash with a salt, as `PasswordHasher` makes it. Protect other secrets with a secret store or
        `IDataProtector`, and send them over TLS only. Never put them into cookies or addresses.
        """,
        """
        using System.IO;

        public static class Accounts
        {
            public static void Save(string user, string password) => File.WriteAllText("account.txt", user + ":" + password);
        }
        """,
        """
        using System.IO;
        using Microsoft.AspNetCore.Identity;

        public static class Accounts
        {
            public static void Save(string user, string password)
            {
                var hash = new PasswordHasher<string>().HashPassword(user, password);
                File.WriteAllText("account.txt", user + ":" + hash);
            }
        }
        """);
}
