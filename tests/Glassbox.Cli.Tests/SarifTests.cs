using System.Text.Json.Nodes;
using Glassbox.Cli.Tests.Support;
using Glassbox.Contracts.Findings;
using Glassbox.Contracts.Session;
using Glassbox.Contracts.Text;

namespace Glassbox.Cli.Tests;

internal sealed class SarifTests
{
    private Support.Cli cli = null!;

    [SetUp]
    public void SetUp() => cli = new Support.Cli();

    [TearDown]
    public void TearDown() => cli.Dispose();

    [Test]
    public async Task WholeReport_IsAsExpected()
    {
        cli.Folder.Write("src/A.cs", "// ä\r\n\tSQL(id);\r\n");

        Assert.That(await cli.RunAsync("check", ".", "--format", "sarif", "--rules", "GB1"), Is.EqualTo(1));

        Assert.That(cli.Scrub(cli.Output), Is.EqualTo(
            """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "Glassbox",
                      "semanticVersion": "1.2.3",
                      "fullName": "Glassbox 1.2.3",
                      "rules": [
                        {
                          "id": "GB1001",
                          "name": "SqlInjection",
                          "shortDescription": {
                            "text": "SqlInjection title"
                          },
                          "fullDescription": {
                            "text": "Why SqlInjection is **bad**.",
                            "markdown": "Why SqlInjection is **bad**."
                          },
                          "help": {
                            "text": "Why SqlInjection is **bad**.\n\nHow to be safe.",
                            "markdown": "Why SqlInjection is **bad**.\n\nHow to be safe.\n\n```csharp\n// Found:\nbad();\n\n// Safe:\ngood();\n```"
                          },
                          "helpUri": "https://cwe.mitre.org/data/definitions/89.html",
                          "defaultConfiguration": {
                            "level": "error"
                          },
                          "properties": {
                            "tags": [
                              "security",
                              "injection",
                              "external/cwe/cwe-089"
                            ],
                            "precision": "high",
                            "security-severity": "8.5"
                          }
                        }
                      ]
                    }
                  },
                  "invocations": [
                    {
                      "executionSuccessful": true,
                      "exitCode": 1,
                      "toolExecutionNotifications": []
                    }
                  ],
                  "originalUriBaseIds": {
                    "SRCROOT": {
                      "uri": "file://ROOT/"
                    }
                  },
                  "columnKind": "utf16CodeUnits",
                  "newlineSequences": [
                    "\r\n",
                    "\n",
                    "\r"
                  ],
                  "results": [
                    {
                      "ruleId": "GB1001",
                      "ruleIndex": 0,
                      "level": "error",
                      "message": {
                        "text": "`SQL(id)` is a case of SqlInjection"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "src/A.cs",
                              "uriBaseId": "SRCROOT"
                            },
                            "region": {
                              "startLine": 2,
                              "startColumn": 2,
                              "endLine": 2,
                              "endColumn": 9
                            }
                          }
                        }
                      ],
                      "codeFlows": [
                        {
                          "threadFlows": [
                            {
                              "locations": [
                                {
                                  "location": {
                                    "physicalLocation": {
                                      "artifactLocation": {
                                        "uri": "src/A.cs",
                                        "uriBaseId": "SRCROOT"
                                      },
                                      "region": {
                                        "startLine": 1,
                                        "startColumn": 1,
                                        "endLine": 1,
                                        "endColumn": 1
                                      }
                                    },
                                    "message": {
                                      "text": "`id` comes from the request"
                                    }
                                  },
                                  "executionOrder": 1,
                                  "importance": "essential"
                                },
                                {
                                  "location": {
                                    "physicalLocation": {
                                      "artifactLocation": {
                                        "uri": "src/A.cs",
                                        "uriBaseId": "SRCROOT"
                                      },
                                      "region": {
                                        "startLine": 2,
                                        "startColumn": 2,
                                        "endLine": 2,
                                        "endColumn": 9
                                      }
                                    },
                                    "message": {
                                      "text": "is joined into a text"
                                    }
                                  },
                                  "executionOrder": 2,
                                  "importance": "important"
                                },
                                {
                                  "location": {
                                    "physicalLocation": {
                                      "artifactLocation": {
                                        "uri": "src/A.cs",
                                        "uriBaseId": "SRCROOT"
                                      },
                                      "region": {
                                        "startLine": 2,
                                        "startColumn": 2,
                                        "endLine": 2,
                                        "endColumn": 9
                                      }
                                    },
                                    "message": {
                                      "text": "is run as SQL"
                                    }
                                  },
                                  "executionOrder": 3,
                                  "importance": "essential"
                                }
                              ]
                            }
                          ]
                        }
                      ],
                      "partialFingerprints": {
                        "glassboxFingerprint/v1": "GB1001:A.cs:1"
                      },
                      "properties": {
                        "confidence": "high"
                      }
                    }
                  ]
                }
              ]
            }

            """));
    }

    [Test]
    public async Task EveryResult_KeepsWhatTheStandardAsksFor()
    {
        cli.Folder.Write("Größe 日本/#1 %.cs", "SQL(a) MD5 VOID LEAK\n");
        cli.Folder.Write("b/B.cs", "LEAK MD5\r\nMD5\r\n");
        cli.Folder.Write("a/A.cs", "VOID\n");
        cli.Script = core => core.Extra.Add(new Finding(
            "GB9999", Severity.Error, Confidence.Low, "of a rule that nobody listed", DocumentPath.FromFile(cli.Folder.At("a/A.cs")),
            TextRange.At(new TextPosition(0, 0)), [], "f"));

        await cli.RunAsync("check", ".", "--format", "sarif");

        var run = Run();
        SarifRules.Check(JsonNode.Parse(cli.Output)!);
        var uris = run["results"]!.AsArray().Select(result => (string?)result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]).ToList();
        Assert.That(uris, Is.EqualTo(new[]
        {
            "Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC/%231%20%25.cs", "Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC/%231%20%25.cs",
            "Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC/%231%20%25.cs", "Gr%C3%B6%C3%9Fe%20%E6%97%A5%E6%9C%AC/%231%20%25.cs",
            "a/A.cs", "a/A.cs", "b/B.cs", "b/B.cs", "b/B.cs",
        }));
        var levels = run["results"]!.AsArray().Select(result => (string?)result!["level"]);
        Assert.That(levels, Is.EqualTo(new[] { "error", "warning", "note", "note", "error", "note", "note", "warning", "warning" }));
    }

    [Test]
    public async Task RuleAboutQuality_IsNotCalledSecurity()
    {
        cli.Folder.Write("A.cs", "LEAK\n");

        await cli.RunAsync("check", ".", "--format", "sarif");

        var rule = Run()["tool"]!["driver"]!["rules"]!.AsArray().Single(rule => (string?)rule!["id"] == "GB4001")!;
        Assert.That(rule["properties"]!["tags"]!.AsArray().Select(tag => (string?)tag), Is.EqualTo(new[] { "reliability", "external/cwe/cwe-404" }));
        Assert.That(rule["properties"]!["security-severity"], Is.Null);
    }

    [Test]
    public async Task FileOutsideTheRoot_IsNamedWhole()
    {
        using var elsewhere = new TemporaryFolder();
        cli.Folder.Write("A.cs", "class A;\n");
        var other = DocumentPath.FromFile(elsewhere.Write("B C.cs", "x\n"));
        var here = DocumentPath.FromFile(cli.Folder.At("A.cs"));
        var step = new TraceStep(TraceStepKind.Source, other, TextRange.At(new TextPosition(0, 0)), "from there");
        cli.Script = core => core.Extra.Add(
            new Finding("GB1001", Severity.Error, Confidence.High, "m", here, TextRange.At(new TextPosition(0, 0)), [step], "f"));

        await cli.RunAsync("check", ".", "--format", "sarif");

        var location = Run()["results"]![0]!["codeFlows"]![0]!["threadFlows"]![0]!["locations"]![0]!["location"]!;
        var artifact = location["physicalLocation"]!["artifactLocation"]!;
        Assert.That((string?)artifact["uri"], Is.EqualTo($"file://{elsewhere.Path}/B%20C.cs"));
        Assert.That(artifact["uriBaseId"], Is.Null);
    }

    [Test]
    public async Task WhatWentWrong_IsNotified()
    {
        Directory.CreateDirectory(cli.Folder.At("empty"));
        cli.Script = core => core.Messages.Add(new CoreMessage(MessageLevel.Error, "App.csproj is broken.", null, Show: true));

        Assert.That(await cli.RunAsync("check", "empty", "--format", "sarif"), Is.EqualTo(2));

        var invocation = Run()["invocations"]![0]!;
        Assert.That((bool)invocation["executionSuccessful"]!, Is.False);
        Assert.That(invocation["toolExecutionNotifications"]!.AsArray().Select(notification => (string?)notification!["message"]!["text"]),
            Is.EqualTo(new[] { "App.csproj is broken.", "No C# file was loaded." }));
        SarifRules.Check(JsonNode.Parse(cli.Output)!);
    }

    [Test]
    public async Task TwoRuns_AreEqualByteByByte()
    {
        cli.Folder.Write("b.cs", "MD5 SQL(x) MD5\n");
        cli.Folder.Write("a.cs", "LEAK VOID\n");

        await cli.RunAsync("check", ".", "--format", "sarif");
        var first = cli.Output;
        await cli.RunAsync("check", ".", "--format", "sarif");

        Assert.That(cli.Output, Is.EqualTo(first));
    }

    [Test]
    public async Task JsonReport_NamesPlacesFromOne()
    {
        cli.Folder.Write("src/A.cs", "\n MD5\n");

        Assert.That(await cli.RunAsync("check", "src", "--format", "json"), Is.EqualTo(1));

        Assert.That(cli.Scrub(cli.Output), Is.EqualTo(
            """
            {
              "tool": "glassbox",
              "version": "1.2.3",
              "root": "ROOT/src",
              "documents": 1,
              "exitCode": 1,
              "findings": [
                {
                  "rule": "GB2001",
                  "name": "WeakHash",
                  "cwe": [
                    327,
                    328
                  ],
                  "severity": "warning",
                  "confidence": "high",
                  "message": "`MD5` is a case of WeakHash",
                  "place": {
                    "file": "A.cs",
                    "line": 2,
                    "column": 2,
                    "endLine": 2,
                    "endColumn": 5
                  },
                  "trace": [],
                  "fingerprint": "GB2001:A.cs:1"
                }
              ],
              "notices": []
            }

            """));
    }

    private JsonNode Run() => JsonNode.Parse(cli.Output)!["runs"]![0]!;
}
