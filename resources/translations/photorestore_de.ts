<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CardView</name>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>There is no model card.</source>
        <translation>Es gibt keine Modellkarte.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Action, page or photograph</source>
        <translation>Aktion, Seite oder Foto</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter does what is chosen.</source>
        <translation>Pfeil auf und ab wählen aus, die Eingabetaste führt aus.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt hier nichts.</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 gefunden</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gefunden</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Left and right move the line between before and after.</source>
        <translation>Links und rechts bewegen die Linie zwischen vorher und nachher.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop old photographs here</source>
        <translation>Alte Fotos hier ablegen</translation>
    </message>
    <message>
        <source>Scratches, cracks and fading are found and mended.
Your original is never changed.</source>
        <translation>Kratzer, Risse und Verblasstes werden gefunden und ausgebessert.
Ihr Original wird nie verändert.</translation>
    </message>
    <message>
        <source>Choose photographs…</source>
        <translation>Fotos auswählen …</translation>
    </message>
    <message>
        <source>Opens photographs from this computer</source>
        <translation>Öffnet Fotos von diesem Computer</translation>
    </message>
    <message>
        <source>Everything happens on this computer. Nothing is sent anywhere.</source>
        <translation>Alles geschieht auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
</context>
<context>
    <name>EngineHost</name>
    <message>
        <source>Something went wrong inside the program: {error}</source>
        <translation>Im Programm ist etwas schiefgegangen: {error}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Add published weights that you own; you can also drop them on this page</source>
        <translation>Veröffentlichte Gewichte hinzufügen, die Sie besitzen; Sie können sie auch auf dieser Seite ablegen</translation>
    </message>
    <message>
        <source>&amp;Import weights…</source>
        <translation>Gewichte &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Verify all</source>
        <translation>Alle &amp;prüfen</translation>
    </message>
    <message>
        <source>Read every byte of every file</source>
        <translation>Jedes Byte jeder Datei lesen</translation>
    </message>
    <message>
        <source>&amp;Remove weights</source>
        <translation>Gewichte &amp;entfernen</translation>
    </message>
    <message>
        <source>Take imported weights out of use</source>
        <translation>Importierte Gewichte nicht mehr verwenden</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Networks that find and mend damage. They run on this computer; weights are bundled with the program or imported from a file, and nothing is ever downloaded.</source>
        <translation>Netze, die Schäden finden und ausbessern. Sie laufen auf diesem Computer; ihre Gewichte kommen mit dem Programm oder aus einer importierten Datei, und nie wird etwas heruntergeladen.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>Warten auf den Rechenkern …</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Quelle: {source}</translation>
    </message>
    <message>
        <source>Version: {version}</source>
        <translation>Version: {version}</translation>
    </message>
    <message>
        <source>Published weights</source>
        <translation>Veröffentlichte Gewichte</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>Gewichte importieren</translation>
    </message>
    <message>
        <source>Take the weights {name} out of use?</source>
        <translation>Die Gewichte {name} nicht mehr verwenden?</translation>
    </message>
    <message>
        <source>Their file is kept, in the folder “removed” beside the others.</source>
        <translation>Ihre Datei bleibt erhalten, im Ordner „removed“ neben den anderen.</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>Nicht mehr verwenden</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PhotoFiles</name>
    <message>
        <source>{name} could not be read</source>
        <translation>{name} konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>{name} could not be saved</source>
        <translation>{name} konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>{what}: there is not enough free memory.</source>
        <translation>{what}: Es ist nicht genug Arbeitsspeicher frei.</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Open photographs</source>
        <translation>Offene Fotos</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>being restored</source>
        <translation>wird restauriert</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>nicht restauriert</translation>
    </message>
    <message>
        <source>restored and saved</source>
        <translation>restauriert und gespeichert</translation>
    </message>
    <message>
        <source>restored, not saved</source>
        <translation>restauriert, nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Something went wrong inside the program ({error}). Your photographs are unchanged; {log} holds the details.</source>
        <translation>Im Programm ist etwas schiefgegangen ({error}). Ihre Fotos sind unverändert; Näheres steht in {log}.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>RestoreEntries</name>
    <message>
        <source>Open photographs; you can also drop them on the window</source>
        <translation>Fotos öffnen; Sie können sie auch auf dem Fenster ablegen</translation>
    </message>
    <message>
        <source>Save the restored photograph; the original stays as it is</source>
        <translation>Das restaurierte Foto speichern; das Original bleibt, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Close photograph</source>
        <translation>Foto s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Next photograph</source>
        <translation>&amp;Nächstes Foto</translation>
    </message>
    <message>
        <source>&amp;Previous photograph</source>
        <translation>&amp;Voriges Foto</translation>
    </message>
    <message>
        <source>&amp;Before and after</source>
        <translation>&amp;Vorher und nachher</translation>
    </message>
    <message>
        <source>Show before and after side by side; drag the line between them</source>
        <translation>Vorher und nachher nebeneinander zeigen; die Linie dazwischen lässt sich ziehen</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Show the original: hold the key for a moment, or tap it to switch</source>
        <translation>Das Original zeigen: die Taste halten oder zum Umschalten antippen</translation>
    </message>
    <message>
        <source>&amp;Damage</source>
        <translation>&amp;Schäden</translation>
    </message>
    <message>
        <source>Colour what is damaged</source>
        <translation>Beschädigtes einfärben</translation>
    </message>
    <message>
        <source>Show the whole photograph</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>One pixel of the photograph on one of the screen</source>
        <translation>Ein Bildpunkt des Fotos auf einem des Bildschirms</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>S&amp;witch fit and 100 %</source>
        <translation>Einpassen und 100 % &amp;wechseln</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open photographs</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Save the restored photograph</source>
        <translation>Das restaurierte Foto speichern</translation>
    </message>
    <message>
        <source>A restored photograph is not saved.</source>
        <translation>Ein restauriertes Foto ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>{n} restored photographs are not saved.</source>
        <translation>{n} restaurierte Fotos sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Close anyway? The original stays as it is.</source>
        <translation>Trotzdem schließen? Das Original bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>{name} is restored</source>
        <translation>{name} ist restauriert</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Progress of the restoration</source>
        <translation>Fortschritt der Restaurierung</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Nothing to restore</source>
        <translation>Nichts zu restaurieren</translation>
    </message>
    <message>
        <source>Restore again</source>
        <translation>Erneut restaurieren</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Abschließen …</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>Warten auf den Rechenkern …</translation>
    </message>
    <message>
        <source>{size} pixels, {bits} bits</source>
        <translation>{size} Bildpunkte, {bits} Bit</translation>
    </message>
    <message>
        <source>Restored: {size} pixels</source>
        <translation>Restauriert: {size} Bildpunkte</translation>
    </message>
    <message>
        <source>Opening the photograph…</source>
        <translation>Das Foto wird geöffnet …</translation>
    </message>
    <message>
        <source>This photograph could not be opened</source>
        <translation>Dieses Foto konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Looking at the photograph…</source>
        <translation>Das Foto wird betrachtet …</translation>
    </message>
    <message>
        <source>Restored in {time}</source>
        <translation>Restauriert in {time}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>This photograph was not examined; restoring looks for scratches and cracks.</source>
        <translation>Dieses Foto wurde nicht untersucht; beim Restaurieren wird nach Kratzern und Rissen gesucht.</translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>Noch etwa {time}</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>There are no photographs in this folder.</source>
        <translation>In diesem Ordner sind keine Fotos.</translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation>Gespeichert als {name} in {folder}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What was found in a photograph is still said in English.</source>
        <translation>Was in einem Foto gefunden wurde, wird noch auf Englisch gesagt.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Light or dark windows.</source>
        <translation>Helle oder dunkle Fenster.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>The page that is shown when the program opens.</source>
        <translation>Die Seite, die beim Start des Programms gezeigt wird.</translation>
    </message>
    <message>
        <source>The page that was open last</source>
        <translation>der zuletzt offenen Seite</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What computes. Automatic takes a graphics card if there is a suitable one.</source>
        <translation>Was rechnet. „Automatisch“ nimmt eine Grafikkarte, wenn es eine geeignete gibt.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>NVIDIA or AMD graphics card</source>
        <translation>Grafikkarte von NVIDIA oder AMD</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Full precision is slower; the difference can hardly be seen.</source>
        <translation>Volle Genauigkeit ist langsamer; der Unterschied ist kaum zu sehen.</translation>
    </message>
    <message>
        <source>Automatic, the fastest</source>
        <translation>Automatisch, die schnellste</translation>
    </message>
    <message>
        <source>Full (float32)</source>
        <translation>Volle (float32)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Fewer leave more of the computer to other programs.</source>
        <translation>Weniger lassen anderen Programmen mehr vom Computer.</translation>
    </message>
    <message>
        <source>Memory for computing</source>
        <translation>Speicher zum Rechnen</translation>
    </message>
    <message>
        <source>Less makes smaller tiles. Automatic takes half of what is free, at most 4 GB.</source>
        <translation>Weniger heißt kleinere Kacheln. „Automatisch“ nimmt die Hälfte des freien, höchstens 4 GB.</translation>
    </message>
    <message>
        <source>Memory for finished steps</source>
        <translation>Speicher für fertige Schritte</translation>
    </message>
    <message>
        <source>Kept so that a changed setting repeats only what depends on it.</source>
        <translation>Aufgehoben, damit nach einer Änderung nur das wiederholt wird, was von ihr abhängt.</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>With Ctrl the wheel always zooms.</source>
        <translation>Mit Strg vergrößert und verkleinert das Rad immer.</translation>
    </message>
    <message>
        <source>Zooms the photograph</source>
        <translation>Vergrößert und verkleinert das Foto</translation>
    </message>
    <message>
        <source>Moves the photograph</source>
        <translation>Verschiebt das Foto</translation>
    </message>
    <message>
        <source>Colour of damage</source>
        <translation>Farbe der Schäden</translation>
    </message>
    <message>
        <source>What is damaged is covered with it when you have it shown.</source>
        <translation>Beschädigtes wird damit bedeckt, wenn Sie es sich zeigen lassen.</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Around the photograph</source>
        <translation>Rings um das Foto</translation>
    </message>
    <message>
        <source>Always a neutral grey, so that it does not change how colours look.</source>
        <translation>Immer ein neutrales Grau, damit es nicht verändert, wie Farben wirken.</translation>
    </message>
    <message>
        <source>As the appearance</source>
        <translation>Wie das Erscheinungsbild</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>Hellgrau</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>Mittelgrau</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Kinds of settings</source>
        <translation>Arten von Einstellungen</translation>
    </message>
    <message>
        <source>Clear memory now</source>
        <translation>Speicher jetzt leeren</translation>
    </message>
    <message>
        <source>The engine starts anew after the job that runs, and gives back finished steps and networks</source>
        <translation>Der Rechenkern startet nach dem laufenden Auftrag neu und gibt fertige Schritte und Netze zurück</translation>
    </message>
    <message>
        <source>A change restarts the engine as soon as it is idle.</source>
        <translation>Eine Änderung startet den Rechenkern neu, sobald er nichts zu tun hat.</translation>
    </message>
    <message>
        <source>Colours are converted from the file&apos;s profile to sRGB when a photograph is read, and back when it is saved. The monitor&apos;s own profile is not taken into account.</source>
        <translation>Farben werden beim Lesen eines Fotos aus dem Profil der Datei nach sRGB umgerechnet und beim Speichern zurück. Das eigene Profil des Bildschirms wird nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. Photographs, faces and results stay in your own folders.</source>
        <translation>Nichts verlässt diesen Computer. Fotos, Gesichter und Ergebnisse bleiben in Ihren eigenen Ordnern.</translation>
    </message>
    <message>
        <source>Why you can trust that: the program contains no code that uses the network. It looks for no updates, sends no statistics, has no account, and works the same with the cable pulled. A test of the program runs it with all network connections blocked.</source>
        <translation>Warum Sie dem trauen können: Das Programm enthält keinen Code, der das Netzwerk benutzt. Es sucht keine Aktualisierungen, sendet keine Statistik, hat kein Konto und arbeitet mit gezogenem Kabel genauso. Eine Prüfung des Programms lässt es mit gesperrten Netzwerkverbindungen laufen.</translation>
    </message>
    <message>
        <source>Originals are opened for reading only. Every result is a new file or asks before replacing one.</source>
        <translation>Originale werden nur zum Lesen geöffnet. Jedes Ergebnis ist eine neue Datei oder fragt, bevor es eine ersetzt.</translation>
    </message>
    <message>
        <source>Weights of networks can hold no program code: they are checked against a fingerprint before they are used.</source>
        <translation>Gewichte von Netzen können keinen Programmcode enthalten: Sie werden vor der Verwendung mit einem Fingerabdruck verglichen.</translation>
    </message>
    <message>
        <source>What the program writes for itself (settings, imported weights, log) lies in:</source>
        <translation>Was das Programm für sich selbst schreibt (Einstellungen, importierte Gewichte, Protokoll), liegt in:</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>For those who help you. It names no photograph and no folder of yours.</source>
        <translation>Für die, die Ihnen helfen. Er nennt kein Foto und keinen Ordner von Ihnen.</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>Der Rechenkern startet …</translation>
    </message>
    <message>
        <source>The program has never crashed here.</source>
        <translation>Das Programm ist hier noch nie abgestürzt.</translation>
    </message>
    <message>
        <source>Last crash: {when}. The file crash.log in the log folder tells where.</source>
        <translation>Letzter Absturz: {when}. Die Datei crash.log im Protokollordner sagt, wo.</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No program opens folders here. The log is in {folder}.</source>
        <translation>Hier öffnet kein Programm Ordner. Das Protokoll liegt in {folder}.</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Press keys</source>
        <translation>Tasten drücken</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Diese Tasten verwenden</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Usual keys for all</source>
        <translation>Übliche Tasten für alle</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>{keys} already belongs to {names}. Choose other keys, or give that action others first.</source>
        <translation>{keys} gehört schon zu {names}. Wählen Sie andere Tasten, oder geben Sie zuerst jener Aktion andere.</translation>
    </message>
    <message>
        <source>The usual keys belong to {names} now.</source>
        <translation>Die üblichen Tasten gehören jetzt zu {names}.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>So heißt hier nichts.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Mauszeiger vergrößern</translation>
    </message>
    <message>
        <source>Wheel; Ctrl + wheel</source>
        <translation>Rad; Strg + Rad</translation>
    </message>
    <message>
        <source>Move the photograph</source>
        <translation>Foto verschieben</translation>
    </message>
    <message>
        <source>Drag; Space + drag; middle button</source>
        <translation>Ziehen; Leertaste + Ziehen; mittlere Taste</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Einpassen oder 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>Linie bewegen</translation>
    </message>
    <message>
        <source>Drag it; Left, Right</source>
        <translation>Ziehen; Links, Rechts</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device that restores: {device}</source>
        <translation>Gerät, das restauriert: {device}</translation>
    </message>
    <message>
        <source>The engine could not start</source>
        <translation>Der Rechenkern konnte nicht starten</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>Der Rechenkern startet …</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Apple graphics</source>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <source>Memory: window {program} GB, engine {engine} GB</source>
        <translation>Speicher: Fenster {program} GB, Rechenkern {engine} GB</translation>
    </message>
    <message>
        <source>Memory: window {program} GB</source>
        <translation>Speicher: Fenster {program} GB</translation>
    </message>
</context>
<context>
    <name>WeightsWords</name>
    <message>
        <source>Find damage</source>
        <translation>Schäden finden</translation>
    </message>
    <message>
        <source>Enlarge, refine faces</source>
        <translation>Vergrößern, Gesichter verfeinern</translation>
    </message>
    <message>
        <source>Remove noise</source>
        <translation>Rauschen entfernen</translation>
    </message>
    <message>
        <source>Encode old photographs</source>
        <translation>Alte Fotos kodieren</translation>
    </message>
    <message>
        <source>Decode photographs</source>
        <translation>Fotos dekodieren</translation>
    </message>
    <message>
        <source>Decode photographs with holes</source>
        <translation>Fotos mit Löchern dekodieren</translation>
    </message>
    <message>
        <source>Translate from old to clean</source>
        <translation>Von alt nach sauber übersetzen</translation>
    </message>
    <message>
        <source>Translate and fill holes</source>
        <translation>Übersetzen und Löcher füllen</translation>
    </message>
    <message>
        <source>Translate and fill large holes</source>
        <translation>Übersetzen und große Löcher füllen</translation>
    </message>
    <message>
        <source>Refine faces</source>
        <translation>Gesichter verfeinern</translation>
    </message>
    <message>
        <source>Refine large faces</source>
        <translation>Große Gesichter verfeinern</translation>
    </message>
    <message>
        <source>with the program</source>
        <translation>mit dem Programm</translation>
    </message>
    <message>
        <source>Python package</source>
        <translation>Python-Paket</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>Without them damage is not found by itself. Levels, denoising, enlarging and faces work, and so does filling what a mask of yours marks.</source>
        <translation>Ohne sie werden Schäden nicht von selbst gefunden. Tonwerte, Entrauschen, Vergrößern und Gesichter gehen, ebenso das Füllen dessen, was eine Maske von Ihnen markiert.</translation>
    </message>
    <message>
        <source>Without them nothing can be enlarged or made sharper, faces included. All else works.</source>
        <translation>Ohne sie kann nichts vergrößert oder schärfer gemacht werden, auch Gesichter nicht. Alles andere geht.</translation>
    </message>
    <message>
        <source>Optional. Without them faces are refined by Real-ESRGAN, which comes with the program.</source>
        <translation>Nicht unbedingt nötig. Ohne sie verfeinert Real-ESRGAN die Gesichter, das mit dem Programm kommt.</translation>
    </message>
    <message>
        <source>Optional. Without them the program&apos;s own detector finds damage.</source>
        <translation>Nicht unbedingt nötig. Ohne sie findet der eigene Detektor des Programms die Schäden.</translation>
    </message>
    <message>
        <source>Optional. Only the step “translate” with the published networks needs them, all of the same kind together. All else works without.</source>
        <translation>Nicht unbedingt nötig. Nur der Schritt „translate“ mit den veröffentlichten Netzen braucht sie, alle derselben Art zusammen. Alles andere geht ohne sie.</translation>
    </message>
    <message>
        <source>All steps that do not use them work without.</source>
        <translation>Alle Schritte, die sie nicht verwenden, gehen ohne sie.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>PhotoRestore mends old family photographs: scratches, cracks, grain and fading.</source>
        <translation>PhotoRestore bessert alte Familienfotos aus: Kratzer, Risse, Körnung und Verblasstes.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Open photographs or drop a folder on the window. Each is looked at, and you are told in words what was found.</source>
        <translation>Öffnen Sie Fotos oder legen Sie einen Ordner auf dem Fenster ab. Jedes wird betrachtet, und Ihnen wird in Worten gesagt, was gefunden wurde.</translation>
    </message>
    <message>
        <source>Press Restore. A line across the picture compares before and after.</source>
        <translation>Drücken Sie auf „Restaurieren“. Eine Linie quer durch das Bild vergleicht vorher und nachher.</translation>
    </message>
    <message>
        <source>Your originals are never changed. They are only read; every result becomes a new file.</source>
        <translation>Ihre Originale werden nie verändert. Sie werden nur gelesen; jedes Ergebnis wird eine neue Datei.</translation>
    </message>
    <message>
        <source>Everything happens on this computer. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Alles geschieht auf diesem Computer. Nichts wird irgendwohin gesendet, und ein Konto braucht es nicht.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>The test is running</source>
        <translation>Der Test läuft</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Open three damaged samples</source>
        <translation>Drei beschädigte Beispiele öffnen</translation>
    </message>
    <message>
        <source>What this computer can do</source>
        <translation>Was dieser Computer kann</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>A small drawn photograph is being restored, to see how fast this computer is…</source>
        <translation>Ein kleines gezeichnetes Foto wird restauriert, um zu sehen, wie schnell dieser Computer ist …</translation>
    </message>
    <message>
        <source>The test picture was not mended. “Models” tells whether the networks are sound.</source>
        <translation>Das Testbild wurde nicht ausgebessert. „Modelle“ sagt, ob die Netze unversehrt sind.</translation>
    </message>
    <message>
        <source>All is well: {share} of a drawn scratch was mended.</source>
        <translation>Alles in Ordnung: {share} eines gezeichneten Kratzers wurden ausgebessert.</translation>
    </message>
    <message>
        <source>A photograph of 1 megapixel takes about {one}, a scan of 12 megapixels about {twelve}.</source>
        <translation>Ein Foto mit 1 Megapixel dauert etwa {one}, ein Scan mit 12 Megapixeln etwa {twelve}.</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
</context>
<context>
    <name>WindowEntries</name>
    <message>
        <source>Find an action, a page or a photograph by a few letters</source>
        <translation>Eine Aktion, eine Seite oder ein Foto mit wenigen Buchstaben finden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>&amp;Aktion suchen …</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>&amp;Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation>&amp;Tasten und Gesten</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
</context>
</TS>
