using Glassbox.Contracts.Findings;

namespace Glassbox.Analysis.Rules.Texts;

/// <summary>What the rules about numbers from outside say.</summary>
internal static class NumberTexts
{
    public static readonly RuleInfo UncheckedIndex = new(
        RuleIds.UncheckedIndex, "UncheckedIndex", "Value from outside is used as an index without a check",
        "Numbers", [129, 125], Severity.Warning,
        """
        A number that is negative or too large throws `IndexOutOfRangeException` or `ArgumentOutOfRangeException`, whenever
        somebody wants it to; a request that fails half way may leave its work half done. In unsafe code and with pointers it reads
        other memory.
        """,
        "Check that the index is at least 0 and less than the length before it is used, and say what should happen otherwise.",
        """
        using Microsoft.AspNetCore.Mvc;

        public class SeasonsController : ControllerBase
        {
            private static readonly string[] Names = ["spring", "summer", "autumn", "winter"];

            public ActionResult<string> Show(int season) => Names[season];
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class SeasonsController : ControllerBase
        {
            private static readonly string[] Names = ["spring", "summer", "autumn", "winter"];

            public ActionResult<string> Show(int season) => season >= 0 && season < Names.Length ? Names[season] : NotFound();
        }
        """);

    public static readonly RuleInfo IntegerOverflow = new(
        RuleIds.IntegerOverflow, "IntegerOverflow", "Calculation with a value from outside can overflow",
        "Numbers", [190, 191], Severity.Warning,
        """
        Beyond the largest number C# goes on at the smallest, without a word: a large quantity makes a negative total, a sum of
        sizes a small buffer, and the check that comes after it sees a number that looks right.
        """,
        """
        Check the value against the largest that makes sense, or calculate in `checked`, which throws. A larger type helps where
        all values of the smaller one fit.
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class OrdersController : ControllerBase
        {
            private const int PriceInCents = 1990;

            public int Total(int quantity) => quantity * PriceInCents;
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class OrdersController : ControllerBase
        {
            private const int PriceInCents = 1990;

            public int Total(int quantity) => checked(quantity * PriceInCents);
        }
        """);

    public static readonly RuleInfo DivisionByInput = new(
        RuleIds.DivisionByInput, "DivisionByInput", "Value from outside is divided by and may be zero", "Numbers", [369], Severity.Warning,
        """
        With whole numbers a division by zero throws `DivideByZeroException`. With floating-point numbers it gives infinity or
        `NaN`, which go on through everything that is calculated with them, and with which no comparison comes out as expected.
        """,
        "Check the value for zero before the division, and say what should happen then.",
        """
        using Microsoft.AspNetCore.Mvc;

        public class BillController : ControllerBase
        {
            private const int Total = 12000;

            public ActionResult<int> Share(int people) => Total / people;
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public class BillController : ControllerBase
        {
            private const int Total = 12000;

            public ActionResult<int> Share(int people) => people > 0 ? Total / people : BadRequest();
        }
        """);
}
