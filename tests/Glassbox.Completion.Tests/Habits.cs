namespace Glassbox.Completion.Tests;

/// <summary>Code that does the same again and again.</summary>
internal static class Habits
{
    public const string Loads = """
        namespace App;
        class Habit
        {
            void B(Shop shop, int count)
            {
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
                var order = Order.Load(count);
            }
        }
        """;
}
