package glassbox.rider

import com.intellij.openapi.application.ApplicationManager
import com.intellij.openapi.components.PersistentStateComponent
import com.intellij.openapi.components.State
import com.intellij.openapi.components.Storage
import com.intellij.openapi.project.Project

/**
 * What the user chose, kept with the user and never in a project: what comes with a repository must neither name a
 * command nor trust itself.
 */
@State(name = "Glassbox", storages = [Storage("glassbox.xml")])
class GlassboxSettings : PersistentStateComponent<GlassboxSettings.Choices> {
  /** As the IDE writes it: mutable and with defaults, as its serializer needs. */
  class Choices {
    var executable: String = "glassbox"
    var trusted: MutableList<String> = mutableListOf()
  }

  private var choices = Choices()

  override fun getState(): Choices = choices

  override fun loadState(state: Choices) {
    choices = state
  }

  /** The name of the server's executable, found on the PATH, or its whole path. */
  var executable: String
    get() = choices.executable
    set(value) {
      choices.executable = value
    }

  /** Whether the server may run the build logic of a project to read it whole. */
  fun trusts(project: Project): Boolean = project.basePath in choices.trusted

  fun trust(project: Project, trusted: Boolean) {
    val folder = project.basePath ?: return
    choices.trusted.remove(folder)
    if (trusted) {
      choices.trusted.add(folder)
    }
  }

  companion object {
    fun get(): GlassboxSettings = ApplicationManager.getApplication().getService(GlassboxSettings::class.java)
  }
}
