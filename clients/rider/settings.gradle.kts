rootProject.name = "glassbox-rider"
