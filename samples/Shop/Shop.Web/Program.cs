using System.Data.Common;
using Microsoft.AspNetCore.Authentication.Cookies;
using Shop.Data;
using Shop.Data.Protection;
using Shop.Domain;
using Shop.Domain.Carts;
using Shop.Domain.Catalogue;
using Shop.Domain.Customers;
using Shop.Domain.Inventory;
using Shop.Domain.Invoices;
using Shop.Domain.Orders;
using Shop.Domain.Pricing;
using Shop.Web.Endpoints;
using Shop.Web.Services;

var builder = WebApplication.CreateBuilder(args);
var configuration = builder.Configuration;
var services = builder.Services;

services.AddControllers();
services.AddAuthorization();
services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
{
    options.Cookie.HttpOnly = true;
    options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    options.Cookie.SameSite = SameSiteMode.Strict;
});

// The database driver is installed beside the shop and named in the settings.
DbProviderFactories.RegisterFactory("Shop", Required("Database:Factory"));
services.AddSingleton(_ => DbProviderFactories.GetFactory("Shop"));
services.AddSingleton(provider =>
    new ShopDatabase(provider.GetRequiredService<DbProviderFactory>(), Required("ConnectionStrings:Shop")));
services.AddSingleton<ReportingDatabase>();
services.AddSingleton<IProductRepository, ProductRepository>();
services.AddSingleton<IOrderRepository, OrderRepository>();
services.AddSingleton<ICustomerRepository, CustomerRepository>();
services.AddSingleton<IStockRepository, StockRepository>();
services.AddSingleton<IInvoiceRepository, InvoiceRepository>();
services.AddSingleton<ICartStore, MemoryCartStore>();

services.AddSingleton(_ => new LoyaltyNumberCipher(Key("Loyalty")));
services.AddSingleton(_ => new PaymentReferenceCipher(Key("Payment")));
services.AddSingleton(_ => new NoteCipher(Key("Notes")));

services.AddSingleton(TimeProvider.System);
services.AddSingleton<IDiscount>(new CategoryDiscount("Summer sale", "garden", 15m));
services.AddSingleton<IDiscount>(new QuantityDiscount([new QuantityTier(1, 0m), new QuantityTier(10, 5m)]));
services.AddSingleton(new TaxTable(new Dictionary<string, decimal> { ["DE"] = 19m, ["AT"] = 20m, ["FR"] = 20m }, 0m));
services.AddSingleton(new ShippingRates(
    [new ShippingZone("Domestic", ["DE"], Euro(4.90m), Euro(0.50m))],
    new ShippingZone("Rest of the world", [], Euro(19.90m), Euro(6m))));
services.AddSingleton<PriceCalculator>();
services.AddSingleton<OrderService>();
services.AddSingleton<ImageStore>();
services.AddSingleton(provider =>
    new InvoiceArchive(Required("Invoices:Folder"), provider.GetRequiredService<TimeProvider>()));
services.Configure<MailOptions>(configuration.GetSection("Mail"));
services.AddSingleton<OrderMailer>();
services.AddSingleton<StockMailer>();
services.AddHostedService<LowStockMonitor>();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapControllers();
app.MapCarts();
app.MapOrders();
app.MapStock();
app.MapCampaigns();
app.Run();

string Required(string name) =>
    configuration[name] ?? throw new InvalidOperationException($"The setting {name} is missing.");

byte[] Key(string name) => Convert.FromBase64String(Required($"Protection:{name}"));

static Money Euro(decimal amount) => new(amount, "EUR");
