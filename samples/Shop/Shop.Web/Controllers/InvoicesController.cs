using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shop.Data;
using Shop.Domain.Customers;
using Shop.Domain.Invoices;

namespace Shop.Web.Controllers;

[ApiController]
[Authorize(Roles = "accounting")]
[Route("invoices")]
public sealed class InvoicesController(
    IInvoiceRepository invoices, ICustomerRepository customers, InvoiceArchive archive, IConfiguration configuration)
    : ControllerBase
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id)
    {
        var stream = archive.TryOpen(id);
        return stream is null ? NotFound() : File(stream, "application/xml");
    }

    [HttpGet("{id:int}/header")]
    public async Task<IActionResult> Header(int id, int customerId, CancellationToken cancellationToken)
    {
        var invoice = await invoices.FindAsync(id, cancellationToken);
        var customer = await customers.FindAsync(customerId, cancellationToken);
        if (invoice is null || customer is null)
        {
            return NotFound();
        }

        var addressee = InvoiceLetterhead.Addressee(customer);
        var taxes = InvoiceLetterhead.TaxLine(customer, configuration["Invoices:VatNumber"] ?? "");
        return Ok(new { addressee, taxes, subject = InvoiceLetterhead.Subject(invoice) });
    }

    [HttpGet("export")]
    public async Task<IActionResult> Export(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var exported = await invoices.ListAsync(from, to, cancellationToken);
        using var writer = new StringWriter();
        InvoiceCsv.WriteHeader(writer);
        foreach (var invoice in exported)
        {
            InvoiceCsv.Write(writer, invoice);
        }

        writer.WriteLine(InvoiceCsv.DueUntil(to, [.. exported], "EUR"));
        return Content(writer.ToString(), "text/csv");
    }

    [HttpPost("index")]
    public async Task<IActionResult> WriteIndex(int year, int month, CancellationToken cancellationToken)
    {
        var first = new DateOnly(year, month, 1);
        var issued = await invoices.ListAsync(first, first.AddMonths(1).AddDays(-1), cancellationToken);
        return Ok(Path.GetFileName(archive.WriteIndex(issued, first)));
    }

    [HttpGet("files")]
    public async Task<IActionResult> Download(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(archive.Folder, name);
        var xml = await System.IO.File.ReadAllTextAsync(path, cancellationToken);
        return Content(xml, "application/xml");
    }

    [HttpPost("import")]
    public async Task<IActionResult> Import(IFormFile upload, CancellationToken cancellationToken)
    {
        await using var stream = upload.OpenReadStream();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(stream, settings);
        if (new XmlSerializer(typeof(InvoiceDocument)).Deserialize(reader) is not InvoiceDocument document)
        {
            return BadRequest();
        }

        var id = await invoices.AddAsync(document.ToInvoice(), cancellationToken);
        return Created($"/invoices/{id}", new { id });
    }

    /// <summary>Takes the invoices of suppliers whose systems still send a document type definition.</summary>
    [HttpPost("import/supplier")]
    public async Task<IActionResult> ImportFromSupplier(IFormFile upload, CancellationToken cancellationToken)
    {
        await using var stream = upload.OpenReadStream();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
        var lines = XDocument.Load(reader).Descendants("line");
        var texts = lines.Select(line => line.Value.Trim()).ToList();
        return texts.Count == 0 ? BadRequest() : Ok(texts);
    }

    /// <summary>Reads any document that partners send, and says what is in it.</summary>
    [HttpPost("documents")]
    public async Task<IActionResult> ReadDocument(CancellationToken cancellationToken)
    {
        var typeName = Request.Headers["X-Document-Type"].ToString();
        var type = Type.GetType(typeName);
        if (type is null)
        {
            return BadRequest($"There is no document {typeName}.");
        }

        using var body = new StreamReader(Request.Body);
        using var xml = new StringReader(await body.ReadToEndAsync(cancellationToken));
        using var reader = XmlReader.Create(xml);
        return Ok(new XmlSerializer(type).Deserialize(reader));
    }

    [HttpPost("documents/{kind}")]
    public async Task<IActionResult> ReadKnownDocument(string kind, CancellationToken cancellationToken)
    {
        var type = kind switch
        {
            "invoice" => typeof(InvoiceDocument),
            "credit-note" => typeof(CreditNoteDocument),
            _ => null,
        };
        if (type is null)
        {
            return NotFound();
        }

        using var body = new StreamReader(Request.Body);
        using var xml = new StringReader(await body.ReadToEndAsync(cancellationToken));
        using var reader = XmlReader.Create(xml);
        return Ok(new XmlSerializer(type).Deserialize(reader));
    }
}
