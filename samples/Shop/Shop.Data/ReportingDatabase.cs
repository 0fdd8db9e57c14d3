using System.Data.Common;

namespace Shop.Data;

/// <summary>The nightly copy that reports run on, so that they do not slow down the shop.</summary>
public sealed class ReportingDatabase(DbProviderFactory factory) : ShopDatabase(factory, Reports)
{
    private const string Reports = "Host=reports.shop.internal;Database=shop;Username=reporting;Password=Wm7#tqLx29vB";
}
