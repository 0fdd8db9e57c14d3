namespace Glassbox.Completion.Tests;

/// <summary>Statements with names that a missing package may declare, beside what the compiler says of the rest.</summary>
public sealed class MissingPackageStatementTests
{
    [TestCase("V", "order.ShouldBe(number);", true)]
    [TestCase("V", "order.Customer.ShouldBe(number, text).ShouldBe(null);", true)]
    [TestCase("V", "var should = order.ShouldBe(number);\nshould.ShouldBe(1);", true)]
    [TestCase("V", "Order should = order.ShouldBe(number);", true)]
    [TestCase("A", "await order.ShouldBe(number);", true)]
    [TestCase("V", "order.ShouldBe<Order>(number);", true)]
    [TestCase("V", "Verifier.ShouldBe(order, number);", true)]
    [TestCase("V", "var verifier = new Verifier(order);\nverifier.ShouldBe(new Verifier<Order>());", true)]
    [TestCase("V", "Verifier.Other(order);", false)]
    [TestCase("V", "var verifier = new Verifier(missing);", false)]
    [TestCase("V", "var verifier = new Verifier<Missing>();", false)]
    [TestCase("V", "var verifier = Verifier;", false)]
    [TestCase("V", "order.Other(number);", false)]
    [TestCase("V", "order.ShouldBe(missing);", false)]
    [TestCase("V", "order.ShouldBe(order.Missing);", false)]
    [TestCase("V", "order.ShouldBe(one => one.Id);", false)]
    [TestCase("V", "order.ShouldBe(ref number);", false)]
    [TestCase("V", "order.ShouldBe<Missing>(number);", false)]
    [TestCase("V", "await order.ShouldBe(number);", false)]
    [TestCase("A", "order.ShouldBe(unset);", false)]
    [TestCase("V", "order.ShouldBe;", false)]
    public async Task WhatAMissingPackageMayDeclare_IsExcusedAndNoMore(string place, string statement, bool holds)
    {
        var (held, errors) = await StatementFixture.CheckAsync(place, statement);
        Assert.That(held, Is.EqualTo(holds));
        if (holds) Assert.That(errors.Select(static error => error.Id), Is.All.AnyOf("CS0103", "CS0246", "CS1061"));
    }
}
