plugins {
  id("org.jetbrains.kotlin.jvm") version "2.2.20"
  id("org.jetbrains.intellij.platform") version "2.11.0"
}

group = "glassbox"
version = "0.1.0"

repositories {
  mavenCentral()
  intellijPlatform { defaultRepositories() }
}

dependencies {
  intellijPlatform {
    rider("2025.2.1") { useInstaller = false }
  }
}

kotlin { jvmToolchain(21) }

intellijPlatform {
  // No settings page is worth a whole IDE start at build time.
  buildSearchableOptions = false
  instrumentCode = false
  pluginConfiguration {
    ideaVersion {
      // The first with the module com.intellij.modules.lsp.
      sinceBuild = "252.25557"
      untilBuild = provider { null }
    }
  }
}
