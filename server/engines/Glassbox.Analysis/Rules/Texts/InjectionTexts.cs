using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the injection rules say.</summary>
internal static class InjectionTexts
{
    public static readonly RuleInfo SqlInjection = new(
        RuleIds.SqlInjection, "SqlInjection", "Value from outside becomes part of an SQL statement", "Injection", [89], Severity.Error,
        """
        The database cannot tell which part of the text you wrote and which part somebody sent. Whoever controls the value can
        close a quotation, add conditions, read other tables, or change and delete rows, with the rights of your connection.
        """,
        """
        Keep the statement constant and hand the value over as a parameter (`@name` in the text, and a `DbParameter` that holds
        the value). With Entity Framework use `FromSqlInterpolated`/`FromSql`, with Dapper an object of parameters. Names of
        tables and columns cannot be parameters: choose them from a list that the program holds.
        """,
        """
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class UsersController : ControllerBase
        {
            public object? Find(string name, [FromServices] DbConnection connection)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT Id FROM Users WHERE Name = '" + name + "'";
                return command.ExecuteScalar();
            }
        }
        """,
        """
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class UsersController : ControllerBase
        {
            public object? Find(string name, [FromServices] DbConnection connection)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT Id FROM Users WHERE Name = @name";
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@name";
                parameter.Value = name;
                command.Parameters.Add(parameter);
                return command.ExecuteScalar();
            }
        }
        """);

    public static readonly RuleInfo CommandInjection = new(
        RuleIds.CommandInjection, "CommandInjection", "Value from outside becomes part of a command line", "Injection", [78, 88], Severity.Error,
        """
        A command line is text that the started program, or a shell before it, takes apart again. A value with a space, a quote,
        `;`, `&` or `|` in it can add arguments or whole commands, which then run with the rights of your process.
        """,
        """
        Start a fixed program with `UseShellExecute = false` and put each value into `ProcessStartInfo.ArgumentList`, which
        quotes it. Never pass values to `sh -c` or `cmd /c`. Let users choose programs from a list, not by name. A value that
        may begin with `-` wants a check, or `--` before it.
        """,
        """
        using System.Diagnostics;
        using Microsoft.AspNetCore.Mvc;

        public class PingController : ControllerBase
        {
            public void Ping(string host)
            {
                using var process = Process.Start("ping", "-c 1 " + host);
                process.WaitForExit();
            }
        }
        """,
        """
        using System.Diagnostics;
        using Microsoft.AspNetCore.Mvc;

        public class PingController : ControllerBase
        {
            public void Ping(string host)
            {
                var start = new ProcessStartInfo("ping") { UseShellExecute = false };
                start.ArgumentList.Add("-c");
                start.ArgumentList.Add("1");
                start.ArgumentList.Add("--");
                start.ArgumentList.Add(host);
                using var process = Process.Start(start);
                process?.WaitForExit();
            }
        }
        """);
}
