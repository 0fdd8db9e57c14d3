package glassbox.rider

import com.intellij.openapi.options.Configurable
import com.intellij.openapi.project.Project
import com.intellij.platform.lsp.api.LspServerManager
import java.awt.BorderLayout
import javax.swing.JCheckBox
import javax.swing.JComponent
import javax.swing.JLabel
import javax.swing.JPanel
import javax.swing.JTextField

/** Settings, Tools, Glassbox: the executable, and trust in this project. */
class GlassboxConfigurable(private val project: Project) : Configurable {
  private val executable = JTextField()
  private val trusted = JCheckBox("Trust this project: its build logic is run to read it whole")

  override fun getDisplayName(): String = "Glassbox"

  override fun createComponent(): JComponent {
    val row = JPanel(BorderLayout(8, 0))
    row.add(JLabel("Executable:"), BorderLayout.WEST)
    row.add(executable, BorderLayout.CENTER)
    val rows = JPanel(BorderLayout(0, 8))
    rows.add(row, BorderLayout.NORTH)
    rows.add(trusted, BorderLayout.CENTER)
    val page = JPanel(BorderLayout())
    page.add(rows, BorderLayout.NORTH)
    reset()
    return page
  }

  override fun isModified(): Boolean =
    executable.text != GlassboxSettings.get().executable || trusted.isSelected != GlassboxSettings.get().trusts(project)

  override fun apply() {
    GlassboxSettings.get().executable = executable.text
    GlassboxSettings.get().trust(project, trusted.isSelected)
    LspServerManager.getInstance(project).stopAndRestartIfNeeded(GlassboxServerSupportProvider::class.java)
  }

  override fun reset() {
    executable.text = GlassboxSettings.get().executable
    trusted.isSelected = GlassboxSettings.get().trusts(project)
  }
}
