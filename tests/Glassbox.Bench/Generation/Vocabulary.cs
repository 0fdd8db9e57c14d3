namespace Glassbox.Bench.Generation;

/// <summary>The words that generated code is made of.</summary>
internal static class Vocabulary
{
    /// <summary>Areas of a business with the things that they deal in.</summary>
    public static readonly (string Area, string[] Nouns)[] Areas =
    [
        ("Catalogue", ["Product", "Range", "Brand", "Bundle", "Variant", "Attribute", "Collection", "Listing", "Picture", "Manual"]),
        ("Customers", ["Account", "Contact", "Segment", "Consent", "Preference", "Household", "Complaint", "Visit", "Survey", "Referral"]),
        ("Inventory", ["Warehouse", "Bin", "Stock", "Transfer", "Count", "Reservation", "Shortage", "Pallet", "Lot", "Recall"]),
        ("Purchasing", ["Supplier", "Tender", "Contract", "Requisition", "Shipment", "Inspection", "Rebate", "Agreement", "Forecast", "Sample"]),
        ("Sales", ["Quotation", "Order", "Promotion", "Voucher", "Channel", "Target", "Commission", "District", "Campaign", "Return"]),
        ("Billing", ["Invoice", "Reminder", "Credit", "Statement", "Plan", "Charge", "Dispute", "Receipt", "Ledger", "Allowance"]),
        ("Payments", ["Mandate", "Settlement", "Refund", "Wallet", "Payout", "Chargeback", "Terminal", "Scheme", "Balance", "Deposit"]),
        ("Shipping", ["Parcel", "Route", "Carrier", "Label", "Manifest", "Pickup", "Tariff", "Depot", "Claim", "Driver"]),
        ("Workforce", ["Employee", "Shift", "Absence", "Contractor", "Training", "Timesheet", "Team", "Grade", "Opening", "Review"]),
        ("Reporting", ["Dashboard", "Metric", "Snapshot", "Export", "Schedule", "Widget", "Alert", "Threshold", "Digest", "Archive"]),
    ];

    /// <summary>What distinguishes one thing from another of the same noun.</summary>
    public static readonly string[] Qualifiers =
        ["Regional", "Seasonal", "Partner", "Wholesale", "Retail", "Internal", "Legacy", "Express", "Standard", "Managed", "Pooled", "Direct", "Shared", "Master", "Interim", "Recurring"];

    /// <summary>Names of text properties.</summary>
    public static readonly string[] Texts =
        ["Title", "Reference", "Region", "Owner", "Remarks", "CountryCode", "ExternalKey", "CostCentre", "Currency", "Contact", "Street", "PostalCode", "Language", "Source", "Approver"];

    /// <summary>Names of amounts.</summary>
    public static readonly string[] Amounts =
        ["NetAmount", "TaxAmount", "Discount", "ListPrice", "Weight", "Volume", "Margin", "CreditLimit", "Surcharge", "Commission", "UnitCost", "Freight"];

    /// <summary>Names of whole numbers.</summary>
    public static readonly string[] Numbers =
        ["Quantity", "Priority", "Revision", "DaysToPay", "RetryCount", "Rank", "LeadTime", "MinimumLot", "Rating", "PageCount", "SequenceNumber"];

    /// <summary>Names of moments.</summary>
    public static readonly string[] Moments =
        ["DueAt", "ConfirmedAt", "ShippedAt", "ReviewedAt", "ExpiresAt", "StartsAt", "EndsAt", "LastSeenAt", "PaidAt", "ImportedAt"];

    /// <summary>Names of flags.</summary>
    public static readonly string[] Flags =
        ["IsUrgent", "IsTaxable", "IsArchived", "IsVerified", "IsInternational", "IsPrepaid", "IsFragile", "IsConfidential"];

    /// <summary>What can be done to a thing: the verb, and the state that it leads to.</summary>
    public static readonly (string Verb, string State)[] Verbs =
        [("Approve", "Approved"), ("Reject", "Rejected"), ("Publish", "Published"), ("Suspend", "Suspended"), ("Complete", "Completed"), ("Escalate", "Escalated"), ("Withdraw", "Withdrawn"), ("Confirm", "Confirmed"), ("Postpone", "Postponed"), ("Activate", "Activated")];
}
