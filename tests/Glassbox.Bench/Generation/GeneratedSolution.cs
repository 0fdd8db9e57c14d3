namespace Glassbox.Bench.Generation;

/// <summary>
/// A solution that is the same wherever it is made: a shared kernel, ten areas that refer to each other, a web project.
/// It restores and builds with nothing but the SDK.
/// </summary>
internal static class GeneratedSolution
{
    private const ulong Seed = 20_260_214;

    /// <summary>Writes it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="lines">How many lines of C# there must be at least, blank ones included.</param>
    public static void Write(string folder, int lines)
    {
        var dice = new Dice(Seed);
        var writer = new SourceTree(folder);
        foreach (var (path, text) in KernelSource.Files()) writer.Source($"Northgate.Kernel/{path}", text);
        writer.Project("Northgate.Kernel", "Microsoft.NET.Sdk", []);

        var written = new List<EntityPlan>();
        foreach (var plan in SolutionPlan.Draw(dice))
        {
            // Whole rounds only, so that every area has as much.
            if (writer.Lines >= lines && written.Count % Vocabulary.Areas.Length == 0) break;
            WriteEntity(writer, plan, dice);
            written.Add(plan);
        }

        for (var area = 0; area < Vocabulary.Areas.Length; area++)
        {
            var name = Vocabulary.Areas[area].Area;
            writer.Source($"Northgate.{name}/{name}Formulas.cs", ServiceSource.Formulas(name, [.. written.Where(plan => plan.Area == name)], dice));
            writer.Project($"Northgate.{name}", "Microsoft.NET.Sdk", ["Northgate.Kernel", .. SolutionPlan.References(area).Select(index => $"Northgate.{Vocabulary.Areas[index].Area}")]);
        }

        writer.Source("Northgate.Web/Program.cs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            var app = builder.Build();
            app.MapControllers();
            app.Run();
            """);
        writer.Project("Northgate.Web", "Microsoft.NET.Sdk.Web", ["Northgate.Kernel", .. Vocabulary.Areas.Select(area => $"Northgate.{area.Area}")]);
        writer.Solution("Northgate.slnx");
    }

    private static void WriteEntity(SourceTree writer, EntityPlan plan, Dice dice)
    {
        var folder = $"Northgate.{plan.Area}/{plan.Noun}s/{plan.Name}";
        writer.Source($"{folder}.cs", EntitySource.Class(plan));
        writer.Source($"{folder}Parts.cs", EntitySource.Parts(plan));
        writer.Source($"{folder}Rules.cs", EntitySource.Conditions(plan));
        writer.Source($"{folder}Service.cs", ServiceSource.Service(plan));
        writer.Source($"{folder}Report.cs", ServiceSource.Report(plan));
        var storage = $"Northgate.{plan.Area}/{plan.Noun}s/";
        writer.Source($"{storage}I{plan.Name}Repository.cs", StorageSource.Interface(plan));
        writer.Source($"{storage}InMemory{plan.Name}Repository.cs", StorageSource.InMemory(plan));
        writer.Source($"{storage}Sql{plan.Name}Repository.cs", StorageSource.InDatabase(plan));
        writer.Source($"Northgate.Web/Controllers/{plan.Name}Controller.cs", ControllerSource.Controller(plan, dice.OneIn(5) ? dice.Next(ControllerSource.Mistakes) : null));
    }
}
