<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AlbumForm</name>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>S&amp;ubtitle</source>
        <translation>&amp;Untertitel</translation>
    </message>
    <message>
        <source>&amp;Across</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;On a page</source>
        <translation>&amp;Auf einer Seite</translation>
    </message>
    <message>
        <source>Title pag&amp;e</source>
        <translation>Tit&amp;elseite</translation>
    </message>
    <message>
        <source>Page &amp;numbers</source>
        <translation>Seite&amp;nzahlen</translation>
    </message>
    <message>
        <source>Show &amp;before and after</source>
        <translation>&amp;Vorher und nachher zeigen</translation>
    </message>
    <message>
        <source>Without &amp;loss (large files)</source>
        <translation>Verlustfrei (&amp;große Dateien)</translation>
    </message>
</context>
<context>
    <name>CanvasKeys</name>
    <message>
        <source>{x}, {y}</source>
        <translation>{x}, {y}</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Radiert</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Gemalt</translation>
    </message>
</context>
<context>
    <name>CanvasPictures</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
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
    <name>CompareCanvas</name>
    <message>
        <source>Arrows change what is seen, Ctrl and arrows move the photograph, Shift and arrows one part alone.</source>
        <translation>Die Pfeiltasten ändern, was zu sehen ist, Strg und Pfeile bewegen das Foto, Umschalt und Pfeile nur einen Teil.</translation>
    </message>
    <message>
        <source>Line {n} of {all}</source>
        <translation>Linie {n} von {all}</translation>
    </message>
    <message>
        <source>Difference ×{gain}</source>
        <translation>Unterschied ×{gain}</translation>
    </message>
    <message>
        <source>{version}: {percent} %</source>
        <translation>{version}: {percent} %</translation>
    </message>
</context>
<context>
    <name>CompareEntries</name>
    <message>
        <source>&amp;In place</source>
        <translation>Am &amp;Platz</translation>
    </message>
    <message>
        <source>One version at a time in the same place; a key changes it</source>
        <translation>Eine Fassung nach der anderen an derselben Stelle; eine Taste wechselt sie</translation>
    </message>
    <message>
        <source>Left and Right move the line whose ring is bolder</source>
        <translation>Links und Rechts bewegen die Linie, deren Ring kräftiger ist</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Geteilt</translation>
    </message>
    <message>
        <source>Parts beside each other; drag the line between them</source>
        <translation>Teile nebeneinander; die Linie dazwischen lässt sich ziehen</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>Nebenein&amp;ander</translation>
    </message>
    <message>
        <source>Zoom and place go together; Shift and drag moves one alone</source>
        <translation>Zoom und Ausschnitt gehen gemeinsam; Ziehen mit Umschalt bewegt eines allein</translation>
    </message>
    <message>
        <source>&amp;Top and bottom</source>
        <translation>Übe&amp;reinander</translation>
    </message>
    <message>
        <source>As side by side, for wide photographs</source>
        <translation>Wie nebeneinander, für breite Fotos</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>U&amp;nterschied</translation>
    </message>
    <message>
        <source>&amp;Onion skin</source>
        <translation>&amp;Zwiebelhaut</translation>
    </message>
    <message>
        <source>One version shines through the other; a slider blends them</source>
        <translation>Eine Fassung scheint durch die andere; ein Regler blendet über</translation>
    </message>
    <message>
        <source>Only what differs, amplified: black where two versions are the same</source>
        <translation>Nur was sich unterscheidet, verstärkt: schwarz, wo zwei Fassungen gleich sind</translation>
    </message>
    <message>
        <source>Ne&amp;xt line</source>
        <translation>Nächs&amp;te Linie</translation>
    </message>
    <message>
        <source>Amplify &amp;more</source>
        <translation>&amp;Mehr verstärken</translation>
    </message>
    <message>
        <source>Amplify &amp;less</source>
        <translation>Weniger ver&amp;stärken</translation>
    </message>
    <message>
        <source>Lou&amp;pe</source>
        <translation>&amp;Lupe</translation>
    </message>
    <message>
        <source>Enlarge what is under the pointer</source>
        <translation>Vergrößern, was unter dem Mauszeiger liegt</translation>
    </message>
    <message>
        <source>&amp;Flicker</source>
        <translation>&amp;Umblättern</translation>
    </message>
    <message>
        <source>Show the next version in the same place; hold for a moment&apos;s look</source>
        <translation>Die nächste Fassung an derselben Stelle zeigen; für einen kurzen Blick gedrückt halten</translation>
    </message>
    <message>
        <source>&amp;Keep this version</source>
        <translation>Diese Fassung be&amp;halten</translation>
    </message>
    <message>
        <source>It is the photograph&apos;s result from now on</source>
        <translation>Sie ist von nun an das Ergebnis dieses Fotos</translation>
    </message>
    <message>
        <source>&amp;Next version</source>
        <translation>Nä&amp;chste Fassung</translation>
    </message>
    <message>
        <source>Pre&amp;vious version</source>
        <translation>V&amp;orige Fassung</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Next p&amp;hotograph</source>
        <translation>Nächstes &amp;Foto</translation>
    </message>
    <message>
        <source>Previous photo&amp;graph</source>
        <translation>&amp;Voriges Foto</translation>
    </message>
    <message>
        <source>Flag as good</source>
        <translation>Als gut markieren</translation>
    </message>
    <message>
        <source>Flag as rejected</source>
        <translation>Als verworfen markieren</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Markierung entfernen</translation>
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
        <source>Fit in &amp;window</source>
        <translation>E&amp;inpassen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;200 %</source>
        <translation>&amp;200 %</translation>
    </message>
    <message>
        <source>Switch fit and 100 %</source>
        <translation>Einpassen und 100 % wechseln</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
</context>
<context>
    <name>CompareJobs</name>
    <message>
        <source>{name} could not be read</source>
        <translation>{name} konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Choose photographs in the library and compare them: the original and every restored version.</source>
        <translation>Wählen Sie Fotos in der Bibliothek aus und vergleichen Sie sie: das Original und jede restaurierte Fassung.</translation>
    </message>
    <message>
        <source>To the library</source>
        <translation>Zur Bibliothek</translation>
    </message>
    <message>
        <source>Reading… {zoom}</source>
        <translation>Wird gelesen … {zoom}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>This version could not be read.</source>
        <translation>Diese Fassung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{version} ✓</source>
        <translation>{version} ✓</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Those with a tick are compared; the chosen one is in front.</source>
        <translation>Die mit einem Haken werden verglichen; die ausgewählte liegt vorn.</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Diese Fassung behalten</translation>
    </message>
    <message>
        <source>Amplify the difference</source>
        <translation>Unterschied verstärken</translation>
    </message>
    <message>
        <source>Share of the version in front</source>
        <translation>Anteil der vorderen Fassung</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} von {count}</translation>
    </message>
    <message>
        <source>Flagged as good</source>
        <translation>Als gut markiert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Amplified ×{gain}</source>
        <translation>Verstärkt ×{gain}</translation>
    </message>
    <message>
        <source>Version in front: {percent} %</source>
        <translation>Vordere Fassung: {percent} %</translation>
    </message>
    <message>
        <source>{version} (kept)</source>
        <translation>{version} (behalten)</translation>
    </message>
    <message>
        <source>There is no restored version of this photograph yet. Restore it, then compare.</source>
        <translation>Von diesem Foto gibt es noch keine restaurierte Fassung. Restaurieren Sie es, dann vergleichen Sie.</translation>
    </message>
    <message>
        <source>This result is not in the library yet, so it can only be looked at.</source>
        <translation>Dieses Ergebnis ist noch nicht in der Bibliothek und kann daher nur betrachtet werden.</translation>
    </message>
    <message>
        <source>This version is the photograph&apos;s result.</source>
        <translation>Diese Fassung ist das Ergebnis dieses Fotos.</translation>
    </message>
</context>
<context>
    <name>CompareState</name>
    <message>
        <source>Kept for {name}: {version}.</source>
        <translation>Für {name} behalten: {version}.</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>between {first} and {last}</source>
        <translation>zwischen {first} und {last}</translation>
    </message>
    <message>
        <source>before {date}</source>
        <translation>vor {date}</translation>
    </message>
    <message>
        <source>after {date}</source>
        <translation>nach {date}</translation>
    </message>
    <message>
        <source>c. {date}</source>
        <translation>um {date}</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>{year}er</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>early {year}s</source>
        <translation>Anfang der {year}er</translation>
    </message>
    <message>
        <source>mid {year}s</source>
        <translation>Mitte der {year}er</translation>
    </message>
    <message>
        <source>late {year}s</source>
        <translation>Ende der {year}er</translation>
    </message>
    <message>
        <source>early {year}</source>
        <translation>Anfang {year}</translation>
    </message>
    <message>
        <source>mid {year}</source>
        <translation>Mitte {year}</translation>
    </message>
    <message>
        <source>late {year}</source>
        <translation>Ende {year}</translation>
    </message>
    <message>
        <source>spring {year}</source>
        <translation>Frühling {year}</translation>
    </message>
    <message>
        <source>summer {year}</source>
        <translation>Sommer {year}</translation>
    </message>
    <message>
        <source>autumn {year}</source>
        <translation>Herbst {year}</translation>
    </message>
    <message>
        <source>winter {year}</source>
        <translation>Winter {year}</translation>
    </message>
    <message>
        <source>Christmas Eve {year}</source>
        <translation>Heiligabend {year}</translation>
    </message>
    <message>
        <source>Christmas {year}</source>
        <translation>Weihnachten {year}</translation>
    </message>
    <message>
        <source>New Year&apos;s Eve {year}</source>
        <translation>Silvester {year}</translation>
    </message>
    <message>
        <source>New Year&apos;s Day {year}</source>
        <translation>Neujahr {year}</translation>
    </message>
</context>
<context>
    <name>DefectList</name>
    <message>
        <source>Defects</source>
        <translation>Schadstellen</translation>
    </message>
    <message>
        <source>{n} defects</source>
        <translation>{n} Schadstellen</translation>
    </message>
    <message>
        <source>1 defect</source>
        <translation>1 Schadstelle</translation>
    </message>
</context>
<context>
    <name>DefectModel</name>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>{id}   {area} px   {chance} %</source>
        <translation>{id}   {area} px   {chance} %</translation>
    </message>
</context>
<context>
    <name>EngineHost</name>
    <message>
        <source>There is not enough free memory for it. Close other programs, then try again.</source>
        <translation>Dafür ist nicht genug Speicher frei. Schließen Sie andere Programme, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program: {error}</source>
        <translation>Im Programm ist etwas schiefgegangen: {error}</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>“{name}” comes with the program and stays as it is. Choose another name.</source>
        <translation>„{name}“ kommt mit dem Programm und bleibt, wie es ist. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>ExportEntries</name>
    <message>
        <source>&amp;Before and after</source>
        <translation>Vorher &amp;und nachher</translation>
    </message>
    <message>
        <source>A picture of each photograph before and after</source>
        <translation>Ein Bild von jedem Foto vorher und nachher</translation>
    </message>
    <message>
        <source>&amp;Contact sheet</source>
        <translation>&amp;Kontaktbogen</translation>
    </message>
    <message>
        <source>Many small photographs on a page</source>
        <translation>Viele kleine Fotos auf einer Seite</translation>
    </message>
    <message>
        <source>PDF &amp;album</source>
        <translation>&amp;PDF-Album</translation>
    </message>
    <message>
        <source>Pages with captions, to print or send</source>
        <translation>Seiten mit Bildunterschriften, zum Drucken oder Versenden</translation>
    </message>
    <message>
        <source>&amp;Web gallery</source>
        <translation>&amp;Web-Galerie</translation>
    </message>
    <message>
        <source>A folder that any browser opens without the internet, with sliders from before to after</source>
        <translation>Ein Ordner, den jeder Browser ohne Internet öffnet, mit Schiebereglern von vorher zu nachher</translation>
    </message>
    <message>
        <source>Fi&amp;les</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>Each photograph as a file</source>
        <translation>Jedes Foto als Datei</translation>
    </message>
    <message>
        <source>&amp;Repeat the last export</source>
        <translation>Le&amp;tzten Export wiederholen</translation>
    </message>
    <message>
        <source>With the photographs that are in the list now</source>
        <translation>Mit den Fotos, die jetzt in der Liste sind</translation>
    </message>
    <message>
        <source>Choose &amp;the folder…</source>
        <translation>Ordner wä&amp;hlen …</translation>
    </message>
    <message>
        <source>&amp;Save as a preset…</source>
        <translation>Als Vo&amp;rgabe speichern …</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the export</source>
        <translation>E&amp;xport abbrechen</translation>
    </message>
    <message>
        <source>S&amp;how the folder</source>
        <translation>Ordner &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Delete the preset</source>
        <translation>&amp;Vorgabe löschen</translation>
    </message>
    <message>
        <source>Next &amp;version</source>
        <translation>&amp;Nächste Fassung</translation>
    </message>
    <message>
        <source>Export another version of the chosen photographs</source>
        <translation>Eine andere Fassung der ausgewählten Fotos exportieren</translation>
    </message>
    <message>
        <source>&amp;Original of all</source>
        <translation>Von allen da&amp;s Original</translation>
    </message>
    <message>
        <source>&amp;Restored version of all</source>
        <translation>Von allen die restaurierte &amp;Fassung</translation>
    </message>
    <message>
        <source>Take out of the &amp;list</source>
        <translation>Aus der &amp;Liste nehmen</translation>
    </message>
</context>
<context>
    <name>ExportJobs</name>
    <message>
        <source>The photographs can&apos;t be listed</source>
        <translation>Die Fotos lassen sich nicht auflisten</translation>
    </message>
    <message>
        <source>The files can&apos;t be looked for</source>
        <translation>Die Dateien lassen sich nicht suchen</translation>
    </message>
    <message>
        <source>The export can&apos;t be planned</source>
        <translation>Der Export lässt sich nicht planen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The export failed</source>
        <translation>Der Export ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Kinds of export</source>
        <translation>Arten des Exports</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>Noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>Choose photographs in the library, or drop files here that are in the library.</source>
        <translation>Wählen Sie Fotos in der Bibliothek aus oder legen Sie hier Dateien ab, die in der Bibliothek sind.</translation>
    </message>
    <message>
        <source>To the library</source>
        <translation>Zur Bibliothek</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>1 photograph</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>{n} photographs</source>
        <translation>{n} Fotos</translation>
    </message>
    <message>
        <source>They become the contact sheet {name}.</source>
        <translation>Daraus wird der Kontaktbogen {name}.</translation>
    </message>
    <message>
        <source>They become the album {name}.</source>
        <translation>Daraus wird das Album {name}.</translation>
    </message>
    <message>
        <source>They become the gallery in the folder {name}.</source>
        <translation>Daraus wird die Galerie im Ordner {name}.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Gespeichert: {name}</translation>
    </message>
    <message>
        <source>{n} files saved.</source>
        <translation>{n} Dateien gespeichert.</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… und {n} weitere</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Ordner für den Export</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Vorgabe:</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as a preset…</source>
        <translation>Als Vorgabe speichern …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the preset</source>
        <translation>Vorgabe löschen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>If it i&amp;s there</source>
        <translation>&amp;Falls vorhanden</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ExportPhotosModel</name>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>ExportState</name>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Choose photographs first.</source>
        <translation>Wählen Sie zuerst Fotos aus.</translation>
    </message>
    <message>
        <source>An export is running. Wait until it is done, or cancel it.</source>
        <translation>Ein Export läuft. Warten Sie, bis er fertig ist, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>Nothing has been exported yet, so there is nothing to repeat.</source>
        <translation>Es wurde noch nichts exportiert, also gibt es nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>{n} of the dropped files are not in the library. Import them there first.</source>
        <translation>{n} der abgelegten Dateien sind nicht in der Bibliothek. Importieren Sie sie zuerst dort.</translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation>Gespeichert als {name} in {folder}.</translation>
    </message>
    <message>
        <source>{n} files saved in {folder}.</source>
        <translation>{n} Dateien in {folder} gespeichert.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>{n} skipped, because files of that name are there.</source>
        <translation>{n} übersprungen, weil es Dateien dieses Namens schon gibt.</translation>
    </message>
    <message>
        <source>{n} could not be exported; the list says why.</source>
        <translation>{n} konnten nicht exportiert werden; die Liste sagt, warum.</translation>
    </message>
</context>
<context>
    <name>ExportTable</name>
    <message>
        <source>Photographs to export</source>
        <translation>Zu exportierende Fotos</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Keep, but no place</source>
        <translation>Behalten, aber ohne Ort</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <source>As the photograph</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>sRGB, the same everywhere</source>
        <translation>sRGB, überall gleich</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Nummer anhängen</translation>
    </message>
    <message>
        <source>Skip the photograph</source>
        <translation>Foto überspringen</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>{name} (is there, skipped)</source>
        <translation>{name} (schon da, wird übersprungen)</translation>
    </message>
    <message>
        <source>{name} (replaces a file)</source>
        <translation>{name} (ersetzt eine Datei)</translation>
    </message>
    <message>
        <source>{name} (name was taken)</source>
        <translation>{name} (Name war vergeben)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Gespeichert: {name}</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Needs at most {needed}; {free} are free.</source>
        <translation>Braucht höchstens {needed}; {free} sind frei.</translation>
    </message>
    <message>
        <source>Export {n} files</source>
        <translation>{n} Dateien exportieren</translation>
    </message>
    <message>
        <source>Make {n} pictures</source>
        <translation>{n} Bilder erstellen</translation>
    </message>
    <message>
        <source>Make the contact sheet</source>
        <translation>Kontaktbogen erstellen</translation>
    </message>
    <message>
        <source>Make the album</source>
        <translation>Album erstellen</translation>
    </message>
    <message>
        <source>Make the gallery</source>
        <translation>Galerie erstellen</translation>
    </message>
    <message>
        <source>Export 1 file</source>
        <translation>1 Datei exportieren</translation>
    </message>
    <message>
        <source>Make 1 picture</source>
        <translation>1 Bild erstellen</translation>
    </message>
</context>
<context>
    <name>FaceCard</name>
    <message>
        <source>Face {n}</source>
        <translation>Gesicht {n}</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the clearer face is mixed in</source>
        <translation>Wie viel vom klareren Gesicht beigemischt wird</translation>
    </message>
    <message>
        <source>Remove the drawn face</source>
        <translation>Das gezeichnete Gesicht entfernen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Drawn by hand.</source>
        <translation>Von Hand gezeichnet.</translation>
    </message>
</context>
<context>
    <name>FaceDesk</name>
    <message>
        <source>Draw a box around the whole face, from hair to chin.</source>
        <translation>Ziehen Sie einen Rahmen um das ganze Gesicht, vom Haar bis zum Kinn.</translation>
    </message>
</context>
<context>
    <name>FacesPanel</name>
    <message>
        <source>The step “Faces” is off, so none of them is changed.</source>
        <translation>Der Schritt „Gesichter“ ist aus, also wird keines davon verändert.</translation>
    </message>
    <message>
        <source>Only faces that are on are made clearer. M goes to the next one.</source>
        <translation>Nur eingeschaltete Gesichter werden klarer gemacht. M geht zum nächsten.</translation>
    </message>
    <message>
        <source>Nobody has looked for faces yet.</source>
        <translation>Nach Gesichtern wurde noch nicht gesucht.</translation>
    </message>
    <message>
        <source>No faces were found. Draw a box around one that was missed.</source>
        <translation>Es wurden keine Gesichter gefunden. Ziehen Sie einen Rahmen um eines, das übersehen wurde.</translation>
    </message>
</context>
<context>
    <name>GalleryTexts</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Previous photograph</source>
        <translation>Voriges Foto</translation>
    </message>
    <message>
        <source>Next photograph</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Made with PhotoRestore. This page works without the internet.</source>
        <translation>Erstellt mit PhotoRestore. Diese Seite funktioniert ohne Internet.</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>Next or previous photograph</source>
        <translation>Nächstes oder voriges Foto</translation>
    </message>
    <message>
        <source>Arrows; Page up, Page down</source>
        <translation>Pfeiltasten; Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>First or last photograph</source>
        <translation>Erstes oder letztes Foto</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Mauszeiger vergrößern</translation>
    </message>
    <message>
        <source>Wheel; pinch</source>
        <translation>Rad; zwei Finger auf dem Trackpad</translation>
    </message>
    <message>
        <source>Move the photograph</source>
        <translation>Foto verschieben</translation>
    </message>
    <message>
        <source>Drag; middle button</source>
        <translation>Ziehen; mittlere Taste</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Einpassen oder 100 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Space; Esc; double click</source>
        <translation>Leertaste; Esc; Doppelklick</translation>
    </message>
    <message>
        <source>Open in Restore</source>
        <translation>In „Restaurieren“ öffnen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Put into an album, the trash or another order</source>
        <translation>In ein Album, den Papierkorb oder eine andere Reihenfolge bringen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Larger or smaller photographs</source>
        <translation>Größere oder kleinere Fotos</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Rad</translation>
    </message>
    <message>
        <source>Rename or delete the album in the list</source>
        <translation>Das Album in der Liste umbenennen oder löschen</translation>
    </message>
    <message>
        <source>F2, Delete</source>
        <translation>F2, Entf</translation>
    </message>
    <message>
        <source>Paint, or what the tool does</source>
        <translation>Malen, oder was das Werkzeug tut</translation>
    </message>
    <message>
        <source>Left button; pen</source>
        <translation>Linke Taste; Stift</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Right button; Alt + left button</source>
        <translation>Rechte Taste; Alt + linke Taste</translation>
    </message>
    <message>
        <source>Erase with the pen</source>
        <translation>Mit dem Stift radieren</translation>
    </message>
    <message>
        <source>Its other end</source>
        <translation>Sein anderes Ende</translation>
    </message>
    <message>
        <source>Join with the last point</source>
        <translation>Mit dem letzten Punkt verbinden</translation>
    </message>
    <message>
        <source>Shift + click</source>
        <translation>Umschalt + Klick</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Alt + wheel</source>
        <translation>Alt + Rad</translation>
    </message>
    <message>
        <source>Size and softness of the brush</source>
        <translation>Größe und Weichheit des Pinsels</translation>
    </message>
    <message>
        <source>Alt + drag with the right button</source>
        <translation>Alt + Ziehen mit der rechten Taste</translation>
    </message>
    <message>
        <source>Cross in the brush</source>
        <translation>Kreuz im Pinsel</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Feststelltaste</translation>
    </message>
    <message>
        <source>Move the brush</source>
        <translation>Pinsel bewegen</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the brush by 10 pixels, by its width</source>
        <translation>Pinsel um 10 Pixel bewegen, um seine Breite</translation>
    </message>
    <message>
        <source>Shift + arrows, Ctrl + arrows</source>
        <translation>Umschalt + Pfeile, Strg + Pfeile</translation>
    </message>
    <message>
        <source>Paint where the brush stands</source>
        <translation>Malen, wo der Pinsel steht</translation>
    </message>
    <message>
        <source>Enter; Insert</source>
        <translation>Eingabe; Einfg</translation>
    </message>
    <message>
        <source>Shift + Enter; Shift + Insert</source>
        <translation>Umschalt + Eingabe; Umschalt + Einfg</translation>
    </message>
    <message>
        <source>Ctrl + wheel; wheel, as the settings say; pinch</source>
        <translation>Strg + Rad; Rad, je nach Einstellung; zwei Finger auf dem Trackpad</translation>
    </message>
    <message>
        <source>Erase where the brush stands</source>
        <translation>Radieren, wo der Pinsel steht</translation>
    </message>
    <message>
        <source>Leave what was begun, then the brush of the keys</source>
        <translation>Begonnenes abbrechen, dann den Pinsel der Tasten weglegen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Space + drag; middle button; finger</source>
        <translation>Leertaste + Ziehen; mittlere Taste; Finger</translation>
    </message>
    <message>
        <source>Move the line between before and after</source>
        <translation>Linie zwischen vorher und nachher bewegen</translation>
    </message>
    <message>
        <source>Drag it</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Move a slider by ten steps</source>
        <translation>Regler um zehn Schritte bewegen</translation>
    </message>
    <message>
        <source>Shift + Left, Shift + Right</source>
        <translation>Umschalt + Links, Umschalt + Rechts</translation>
    </message>
    <message>
        <source>Strength of the chosen face</source>
        <translation>Stärke des gewählten Gesichts</translation>
    </message>
    <message>
        <source>0 to 9</source>
        <translation>0 bis 9</translation>
    </message>
    <message>
        <source>Remove a face drawn by hand</source>
        <translation>Von Hand gezeichnetes Gesicht entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Drag; middle button; Ctrl + arrows</source>
        <translation>Ziehen; mittlere Taste; Strg + Pfeile</translation>
    </message>
    <message>
        <source>Move the line of Split</source>
        <translation>Linie von „Geteilt“ bewegen</translation>
    </message>
    <message>
        <source>Drag it; Left, Right</source>
        <translation>Ziehen; Links, Rechts</translation>
    </message>
    <message>
        <source>Move the line further</source>
        <translation>Linie weiter bewegen</translation>
    </message>
    <message>
        <source>Bring a version to the front, side by side</source>
        <translation>Eine Fassung nach vorn holen, nebeneinander</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Move one version alone, side by side</source>
        <translation>Eine Fassung allein verschieben, nebeneinander</translation>
    </message>
    <message>
        <source>Shift + drag; Shift + arrows</source>
        <translation>Umschalt + Ziehen; Umschalt + Pfeile</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Named settings</source>
        <translation>Benannte Einstellungen</translation>
    </message>
    <message>
        <source>Original photograph</source>
        <translation>Originalfoto</translation>
    </message>
    <message>
        <source>{words}, shown</source>
        <translation>{words}, wird gezeigt</translation>
    </message>
    <message>
        <source>Result {n}</source>
        <translation>Ergebnis {n}</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>What was imported</source>
        <translation>Was importiert wurde</translation>
    </message>
    <message>
        <source>Files that did not come in</source>
        <translation>Dateien, die nicht aufgenommen wurden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>1 photograph is new</source>
        <translation>1 Foto ist neu</translation>
    </message>
    <message>
        <source>{n} photographs are new</source>
        <translation>{n} Fotos sind neu</translation>
    </message>
    <message>
        <source>1 missing was found again</source>
        <translation>1 fehlendes wurde wiedergefunden</translation>
    </message>
    <message>
        <source>{n} missing were found again</source>
        <translation>{n} fehlende wurden wiedergefunden</translation>
    </message>
    <message>
        <source>1 had changed on the disk</source>
        <translation>1 hatte sich auf der Festplatte geändert</translation>
    </message>
    <message>
        <source>{n} had changed on the disk</source>
        <translation>{n} hatten sich auf der Festplatte geändert</translation>
    </message>
    <message>
        <source>1 was here already</source>
        <translation>1 war schon vorhanden</translation>
    </message>
    <message>
        <source>{n} were here already</source>
        <translation>{n} waren schon vorhanden</translation>
    </message>
    <message>
        <source>1 could not be read</source>
        <translation>1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>{n} could not be read</source>
        <translation>{n} konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The import was stopped: {what}</source>
        <translation>Der Import wurde angehalten: {what}</translation>
    </message>
</context>
<context>
    <name>JobQueue</name>
    <message>
        <source>The queue was not finished: 1 photograph waits. Let it go on from the page Queue.</source>
        <translation>Die Warteschlange wurde nicht fertig: 1 Foto wartet. Setzen Sie sie auf der Seite „Warteschlange“ fort.</translation>
    </message>
    <message>
        <source>The queue was not finished: {n} photographs wait. Let it go on from the page Queue.</source>
        <translation>Die Warteschlange wurde nicht fertig: {n} Fotos warten. Setzen Sie sie auf der Seite „Warteschlange“ fort.</translation>
    </message>
    <message>
        <source>These photographs are in the queue already.</source>
        <translation>Diese Fotos sind schon in der Warteschlange.</translation>
    </message>
    <message>
        <source>1 photograph was added to the queue.</source>
        <translation>1 Foto wurde in die Warteschlange gestellt.</translation>
    </message>
    <message>
        <source>{n} photographs were added to the queue.</source>
        <translation>{n} Fotos wurden in die Warteschlange gestellt.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>All photographs</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Letzter Import</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>Nicht restauriert</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauriert</translation>
    </message>
    <message>
        <source>With stars</source>
        <translation>Mit Sternen</translation>
    </message>
    <message>
        <source>To keep</source>
        <translation>Zu behalten</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Without date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Without caption</source>
        <translation>Ohne Bildunterschrift</translation>
    </message>
    <message>
        <source>In no album</source>
        <translation>In keinem Album</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Damaged files</source>
        <translation>Beschädigte Dateien</translation>
    </message>
    <message>
        <source>Order of import</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>Keine Markierung</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>LibraryBar</name>
    <message>
        <source>Import…</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in names, captions, notes, dates and albums</source>
        <translation>In Namen, Bildunterschriften, Notizen, Daten und Alben suchen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Largest or newest first</source>
        <translation>Größte oder neueste zuerst</translation>
    </message>
    <message>
        <source>Smallest or oldest first</source>
        <translation>Kleinste oder älteste zuerst</translation>
    </message>
</context>
<context>
    <name>LibraryDialogs</name>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Name of the album</source>
        <translation>Name des Albums</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>Zum Album hinzufügen</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
</context>
<context>
    <name>LibraryEdits</name>
    <message>
        <source>stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>turning</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>moving to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>taking out of the trash</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>new album</source>
        <translation>neues Album</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>neuer Name</translation>
    </message>
    <message>
        <source>deleting the album</source>
        <translation>Album löschen</translation>
    </message>
    <message>
        <source>adding to the album</source>
        <translation>Zum Album hinzufügen</translation>
    </message>
    <message>
        <source>removing from the album</source>
        <translation>Aus dem Album entfernen</translation>
    </message>
    <message>
        <source>the new order</source>
        <translation>neue Reihenfolge</translation>
    </message>
</context>
<context>
    <name>LibraryEntries</name>
    <message>
        <source>Take photographs into the library; they stay where they are</source>
        <translation>Fotos in die Bibliothek aufnehmen; sie bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Take a folder and all in it into the library; the photographs stay where they are</source>
        <translation>Einen Ordner mit allem darin in die Bibliothek aufnehmen; die Fotos bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Cut the prints out of the scan of an album page; each becomes a photograph</source>
        <translation>Die Abzüge aus dem Scan einer Albumseite ausschneiden; jeder wird ein Foto</translation>
    </message>
    <message>
        <source>&amp;Import photographs…</source>
        <translation>Fotos &amp;importieren …</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>&amp;Ordner importieren …</translation>
    </message>
    <message>
        <source>Cut album &amp;page…</source>
        <translation>&amp;Albumseite zerschneiden …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Sho&amp;w in file manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles &amp;auswählen</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Open what is chosen on the Restore page</source>
        <translation>Das Ausgewählte auf der Seite „Restaurieren“ öffnen</translation>
    </message>
    <message>
        <source>Find scans of the same print, at other sizes or in other formats</source>
        <translation>Scans desselben Abzugs finden, auch in anderer Größe oder anderem Format</translation>
    </message>
    <message>
        <source>By a quarter, with all that was done to it; the file stays as it is</source>
        <translation>Um ein Viertel, mit allem, was daran gemacht wurde; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Search a folder for the files of missing photographs</source>
        <translation>In einem Ordner nach den Dateien fehlender Fotos suchen</translation>
    </message>
    <message>
        <source>Open in &amp;Restore</source>
        <translation>&amp;Zum Restaurieren öffnen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ve&amp;rgleichen</translation>
    </message>
    <message>
        <source>Add to the &amp;queue</source>
        <translation>In die &amp;Warteschlange stellen</translation>
    </message>
    <message>
        <source>Turn to the le&amp;ft</source>
        <translation>Nach l&amp;inks drehen</translation>
    </message>
    <message>
        <source>Turn to the ri&amp;ght</source>
        <translation>Nach rech&amp;ts drehen</translation>
    </message>
    <message>
        <source>Cap&amp;tion</source>
        <translation>Bil&amp;dunterschrift</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;No flag</source>
        <translation>Keine &amp;Markierung</translation>
    </message>
    <message>
        <source>Find &amp;look-alikes</source>
        <translation>Ähnliche &amp;Fotos finden</translation>
    </message>
    <message>
        <source>Select all &amp;but the best</source>
        <translation>Alle a&amp;ußer den besten auswählen</translation>
    </message>
    <message>
        <source>Rel&amp;ink missing file…</source>
        <translation>Fehlende Datei &amp;neu verknüpfen …</translation>
    </message>
    <message>
        <source>&amp;Search folder for missing ones…</source>
        <translation>Fehlende in einem &amp;Ordner suchen …</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>From the album, or to the trash</source>
        <translation>Aus dem Album oder in den Papierkorb</translation>
    </message>
    <message>
        <source>Move to the tras&amp;h</source>
        <translation>In den Papierkorb &amp;legen</translation>
    </message>
    <message>
        <source>Take out of the tr&amp;ash</source>
        <translation>Aus dem Papierkorb &amp;holen</translation>
    </message>
    <message>
        <source>&amp;Empty the trash…</source>
        <translation>&amp;Papierkorb leeren …</translation>
    </message>
    <message>
        <source>N&amp;o stars</source>
        <translation>&amp;Keine Sterne</translation>
    </message>
    <message>
        <source>&amp;1 star</source>
        <translation>&amp;1 Stern</translation>
    </message>
    <message>
        <source>&amp;2 stars</source>
        <translation>&amp;2 Sterne</translation>
    </message>
    <message>
        <source>&amp;3 stars</source>
        <translation>&amp;3 Sterne</translation>
    </message>
    <message>
        <source>&amp;4 stars</source>
        <translation>&amp;4 Sterne</translation>
    </message>
    <message>
        <source>&amp;5 stars</source>
        <translation>&amp;5 Sterne</translation>
    </message>
    <message>
        <source>&amp;New album…</source>
        <translation>&amp;Neues Album …</translation>
    </message>
    <message>
        <source>Of what is chosen</source>
        <translation>Aus dem Ausgewählten</translation>
    </message>
    <message>
        <source>&amp;Add to album…</source>
        <translation>Zum Album &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Rename album…</source>
        <translation>Album &amp;umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Delete album</source>
        <translation>Album &amp;löschen</translation>
    </message>
    <message>
        <source>Its photographs stay in the library</source>
        <translation>Seine Fotos bleiben in der Bibliothek</translation>
    </message>
    <message>
        <source>Move to the &amp;front</source>
        <translation>An &amp;den Anfang</translation>
    </message>
    <message>
        <source>Move to the &amp;end</source>
        <translation>&amp;Ans Ende</translation>
    </message>
    <message>
        <source>The photograph over the whole page; arrows walk on, Space or Esc closes</source>
        <translation>Das Foto über die ganze Seite; Pfeile gehen weiter, Leertaste oder Esc schließt</translation>
    </message>
    <message>
        <source>Turn the restored ones over: hold the key for a moment, or tap it to switch</source>
        <translation>Die restaurierten Fotos umdrehen: die Taste halten oder zum Umschalten antippen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Originals</source>
        <translation>O&amp;riginale</translation>
    </message>
    <message>
        <source>&amp;Quick look</source>
        <translation>&amp;Schnellansicht</translation>
    </message>
    <message>
        <source>To the &amp;photographs</source>
        <translation>Zu den &amp;Fotos</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
</context>
<context>
    <name>LibraryJobs</name>
    <message>
        <source>The photographs could not be imported</source>
        <translation>Die Fotos konnten nicht importiert werden</translation>
    </message>
    <message>
        <source>Look-alikes could not be looked for</source>
        <translation>Ähnliche Fotos konnten nicht gesucht werden</translation>
    </message>
    <message>
        <source>The trash could not be emptied</source>
        <translation>Der Papierkorb konnte nicht geleert werden</translation>
    </message>
    <message>
        <source>The file could not be relinked</source>
        <translation>Die Datei konnte nicht neu verknüpft werden</translation>
    </message>
    <message>
        <source>The files could not be relinked</source>
        <translation>Die Dateien konnten nicht neu verknüpft werden</translation>
    </message>
    <message>
        <source>The folder could not be searched</source>
        <translation>Der Ordner konnte nicht durchsucht werden</translation>
    </message>
    <message>
        <source>The library could not be checked</source>
        <translation>Die Bibliothek konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>New photographs could not be examined</source>
        <translation>Neue Fotos konnten nicht untersucht werden</translation>
    </message>
    <message>
        <source>The photographs could not be counted</source>
        <translation>Die Fotos konnten nicht gezählt werden</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Drop a folder of photographs here</source>
        <translation>Einen Ordner mit Fotos hier ablegen</translation>
    </message>
    <message>
        <source>They stay where they are and are never changed.
Here you find, sort, restore and show them.</source>
        <translation>Die Fotos bleiben, wo sie sind, und werden nie verändert.
Hier können Sie sie finden, ordnen, restaurieren und zeigen.</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren …</translation>
    </message>
    <message>
        <source>Choose photographs…</source>
        <translation>Fotos auswählen …</translation>
    </message>
    <message>
        <source>Three damaged samples</source>
        <translation>Drei beschädigte Beispiele</translation>
    </message>
    <message>
        <source>{n} of {all} chosen</source>
        <translation>{n} von {all} ausgewählt</translation>
    </message>
    <message>
        <source>1 photograph</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>{n} photographs</source>
        <translation>{n} Fotos</translation>
    </message>
    <message>
        <source>Close without what you typed?</source>
        <translation>Ohne das Geschriebene schließen?</translation>
    </message>
    <message>
        <source>A caption, a date or a note could not be saved. If the window stays open, you can try again.</source>
        <translation>Eine Bildunterschrift, ein Datum oder eine Notiz konnte nicht gespeichert werden. Bleibt das Fenster offen, können Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Import photographs</source>
        <translation>Fotos importieren</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Nothing is found for “{words}”.</source>
        <translation>Zu „{words}“ wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>This album is empty. Drag photographs onto its name, or choose “Add to album”.</source>
        <translation>Dieses Album ist leer. Ziehen Sie Fotos auf seinen Namen oder wählen Sie „Zum Album hinzufügen“.</translation>
    </message>
    <message>
        <source>No two photographs look the same.</source>
        <translation>Keine zwei Fotos sehen gleich aus.</translation>
    </message>
    <message>
        <source>There are no photographs here.</source>
        <translation>Hier sind keine Fotos.</translation>
    </message>
</context>
<context>
    <name>LibraryPlaces</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>Ähnliche Fotos</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Ctrl+N makes one</source>
        <translation>Strg+N macht eines</translation>
    </message>
    <message>
        <source>{name}, {n} photographs</source>
        <translation>{name}, {n} Fotos</translation>
    </message>
</context>
<context>
    <name>LibraryStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>1 group of pictures that look the same, the best first</source>
        <translation>1 Gruppe gleich aussehender Bilder, das beste zuerst</translation>
    </message>
    <message>
        <source>{n} groups of pictures that look the same, the best of each first</source>
        <translation>{n} Gruppen gleich aussehender Bilder, das beste jeweils zuerst</translation>
    </message>
    <message>
        <source>Select all but the best</source>
        <translation>Alle außer den besten auswählen</translation>
    </message>
    <message>
        <source>What has been here for 30 days goes. Your own files stay where they are.</source>
        <translation>Was 30 Tage hier lag, wird entfernt. Ihre eigenen Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
    <message>
        <source>These files are no longer where they were.</source>
        <translation>Diese Dateien sind nicht mehr dort, wo sie waren.</translation>
    </message>
    <message>
        <source>Search a folder for them…</source>
        <translation>In einem Ordner suchen …</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert …</translation>
    </message>
    <message>
        <source>Looking for look-alikes…</source>
        <translation>Ähnliche Fotos werden gesucht …</translation>
    </message>
    <message>
        <source>Emptying the trash…</source>
        <translation>Der Papierkorb wird geleert …</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>Dateien werden gesucht …</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>In Arbeit …</translation>
    </message>
</context>
<context>
    <name>LibrarySwitches</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>LibraryWords</name>
    <message>
        <source>For example 1952, c. 1952, summer 1961, before 1930</source>
        <translation>Zum Beispiel 1952, um 1952, Sommer 1961, vor 1930</translation>
    </message>
    <message>
        <source>Not understood as a date; kept as it is written</source>
        <translation>Nicht als Datum verstanden; bleibt, wie es geschrieben ist</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Bis {day}</translation>
    </message>
    <message>
        <source>From {day} on</source>
        <translation>Ab {day}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{n} stars</source>
        <translation>{n} Sterne</translation>
    </message>
    <message>
        <source>with a mask</source>
        <translation>mit einer Maske</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Bildpunkte</translation>
    </message>
</context>
<context>
    <name>LibraryWork</name>
    <message>
        <source>1 photograph is in the trash</source>
        <translation>1 Foto liegt im Papierkorb</translation>
    </message>
    <message>
        <source>{n} photographs are in the trash</source>
        <translation>{n} Fotos liegen im Papierkorb</translation>
    </message>
    <message>
        <source>{what}; Ctrl+Z brings back. The files stay where they are.</source>
        <translation>{what}; Strg+Z holt zurück. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>{n} photographs leave the library, with what was made of them. Your own files stay where they are; copies and results of the library&apos;s own go to the trash of this computer.</source>
        <translation>{n} Fotos verlassen die Bibliothek, mit allem, was aus ihnen gemacht wurde. Ihre eigenen Dateien bleiben, wo sie sind; Kopien und Ergebnisse der Bibliothek kommen in den Papierkorb dieses Computers.</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>{n} files could not be moved to this computer&apos;s trash and stay in the library&apos;s: {names}</source>
        <translation>{n} Dateien konnten nicht in den Papierkorb dieses Computers gelegt werden und bleiben in dem der Bibliothek: {names}</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>Wo ist {name} jetzt?</translation>
    </message>
    <message>
        <source>Search a folder for missing photographs</source>
        <translation>In einem Ordner nach fehlenden Fotos suchen</translation>
    </message>
    <message>
        <source>The photograph is linked to its file again.</source>
        <translation>Das Foto ist wieder mit seiner Datei verknüpft.</translation>
    </message>
    <message>
        <source>{n} more missing photographs lie there too.</source>
        <translation>Dort liegen noch {n} weitere fehlende Fotos.</translation>
    </message>
    <message>
        <source>Each was compared byte by byte where that was known.</source>
        <translation>Jedes wurde Byte für Byte verglichen, wo das möglich war.</translation>
    </message>
    <message>
        <source>Relink them all</source>
        <translation>Alle neu verknüpfen</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Nicht verknüpfen</translation>
    </message>
    <message>
        <source>1 photograph was found again.</source>
        <translation>1 Foto wurde wiedergefunden.</translation>
    </message>
    <message>
        <source>{n} photographs were found again.</source>
        <translation>{n} Fotos wurden wiedergefunden.</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Neues Album</translation>
    </message>
    <message>
        <source>Rename album</source>
        <translation>Album umbenennen</translation>
    </message>
    <message>
        <source>The prints of an album page are being saved. Close the window when that is done.</source>
        <translation>Die Abzüge einer Albumseite werden gerade gespeichert. Schließen Sie das Fenster, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>1 print was cut out.</source>
        <translation>1 Abzug wurde ausgeschnitten.</translation>
    </message>
    <message>
        <source>{n} prints were cut out, each is a photograph now.</source>
        <translation>{n} Abzüge wurden ausgeschnitten, jeder ist jetzt ein Foto.</translation>
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
    <name>MaskActions</name>
    <message>
        <source>Paint what is damaged; the right button erases, Shift joins with the last point</source>
        <translation>Beschädigtes übermalen; die rechte Maustaste radiert, Umschalt verbindet mit dem letzten Punkt</translation>
    </message>
    <message>
        <source>Take away what is not damaged</source>
        <translation>Wegnehmen, was nicht beschädigt ist</translation>
    </message>
    <message>
        <source>Pull a line along a scratch, or click both of its ends: it is followed</source>
        <translation>Eine Linie an einem Kratzer entlangziehen oder seine beiden Enden anklicken: ihm wird gefolgt</translation>
    </message>
    <message>
        <source>Draw around what is damaged</source>
        <translation>Beschädigtes umfahren</translation>
    </message>
    <message>
        <source>Click a defect to take the whole of it, or a marked one to drop it</source>
        <translation>Eine Schadstelle anklicken, um sie ganz zu nehmen, oder eine markierte, um sie zu verwerfen</translation>
    </message>
    <message>
        <source>Draw a box around a face that was not found, from hair to chin</source>
        <translation>Einen Rahmen um ein nicht gefundenes Gesicht ziehen, vom Haar bis zum Kinn</translation>
    </message>
    <message>
        <source>Draw around a place to find also the faint damage there</source>
        <translation>Eine Stelle umfahren, um dort auch schwache Schäden zu finden</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>Scr&amp;atch line</source>
        <translation>Kr&amp;atzerlinie</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>Clic&amp;k a defect</source>
        <translation>Scha&amp;dstelle anklicken</translation>
    </message>
    <message>
        <source>Search i&amp;nside</source>
        <translation>&amp;Innerhalb suchen</translation>
    </message>
    <message>
        <source>Draw a &amp;face</source>
        <translation>Gesich&amp;t einrahmen</translation>
    </message>
    <message>
        <source>S&amp;wap brush and eraser</source>
        <translation>Pinsel &amp;und Radierer tauschen</translation>
    </message>
    <message>
        <source>S&amp;maller brush</source>
        <translation>&amp;Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger br&amp;ush</source>
        <translation>&amp;Größerer Pinsel</translation>
    </message>
    <message>
        <source>Harder edge</source>
        <translation>Härtere Kante</translation>
    </message>
    <message>
        <source>Softer edge</source>
        <translation>Weichere Kante</translation>
    </message>
    <message>
        <source>Show the mask alone, in black and white</source>
        <translation>Nur die Maske zeigen, in Schwarz und Weiß</translation>
    </message>
    <message>
        <source>Hide the overlay and all marks: hold the key for a moment, or tap it to switch</source>
        <translation>Überlagerung und alle Markierungen ausblenden: die Taste halten oder zum Umschalten antippen</translation>
    </message>
    <message>
        <source>Show the original: hold the key for a moment, or tap it to switch</source>
        <translation>Das Original zeigen: die Taste halten oder zum Umschalten antippen</translation>
    </message>
    <message>
        <source>&amp;Overlay</source>
        <translation>Überl&amp;agerung</translation>
    </message>
    <message>
        <source>Colour the mask</source>
        <translation>Die Maske einfärben</translation>
    </message>
    <message>
        <source>Overlay &amp;colour</source>
        <translation>Farbe der Überlager&amp;ung</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Eine andere Farbe</translation>
    </message>
    <message>
        <source>&amp;Mask only</source>
        <translation>Nur die &amp;Maske</translation>
    </message>
    <message>
        <source>&amp;Hide marks</source>
        <translation>Markierungen au&amp;sblenden</translation>
    </message>
    <message>
        <source>O&amp;riginal</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Look for damage; your own strokes stay</source>
        <translation>Nach Schäden suchen; Ihre eigenen Striche bleiben</translation>
    </message>
    <message>
        <source>Take everything off the mask</source>
        <translation>Alles aus der Maske entfernen</translation>
    </message>
    <message>
        <source>Take all your strokes back to what was found</source>
        <translation>Alle Ihre Striche zurücknehmen, bis auf das Gefundene</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rü&amp;ckgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Detect damage</source>
        <translation>&amp;Schäden suchen</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>S&amp;chwellenwert</translation>
    </message>
    <message>
        <source>Go to the slider</source>
        <translation>Zum Schieberegler gehen</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>Er&amp;weitern</translation>
    </message>
    <message>
        <source>Make the mask a pixel larger</source>
        <translation>Die Maske um einen Bildpunkt vergrößern</translation>
    </message>
    <message>
        <source>&amp;Shrink</source>
        <translation>Verklei&amp;nern</translation>
    </message>
    <message>
        <source>Make the mask a pixel smaller</source>
        <translation>Die Maske um einen Bildpunkt verkleinern</translation>
    </message>
    <message>
        <source>In&amp;vert</source>
        <translation>U&amp;mkehren</translation>
    </message>
    <message>
        <source>Swap mask and rest</source>
        <translation>Maske und Rest vertauschen</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>L&amp;eeren</translation>
    </message>
    <message>
        <source>&amp;Only what was found</source>
        <translation>Nur das Ge&amp;fundene</translation>
    </message>
    <message>
        <source>&amp;Import mask…</source>
        <translation>Maske imp&amp;ortieren …</translation>
    </message>
    <message>
        <source>Take a mask from a file</source>
        <translation>Eine Maske aus einer Datei nehmen</translation>
    </message>
    <message>
        <source>E&amp;xport mask…</source>
        <translation>Maske e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Save the mask as PNG</source>
        <translation>Die Maske als PNG speichern</translation>
    </message>
    <message>
        <source>It is damage, whatever the threshold</source>
        <translation>Es ist ein Schaden, gleich bei welchem Schwellenwert</translation>
    </message>
    <message>
        <source>It is no damage</source>
        <translation>Es ist kein Schaden</translation>
    </message>
    <message>
        <source>Next defect</source>
        <translation>Nächste Schadstelle</translation>
    </message>
    <message>
        <source>Previous defect</source>
        <translation>Vorige Schadstelle</translation>
    </message>
    <message>
        <source>Kee&amp;p</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>D&amp;rop</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>Ei&amp;npassen</translation>
    </message>
    <message>
        <source>Show the whole photograph</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>&amp;200 %</source>
        <translation>&amp;200 %</translation>
    </message>
    <message>
        <source>&amp;Switch fit and 100 %</source>
        <translation>Einpassen und 100 % &amp;wechseln</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom ou&amp;t</source>
        <translation>Verk&amp;leinern</translation>
    </message>
</context>
<context>
    <name>MaskCanvas</name>
    <message>
        <source>Mask canvas</source>
        <translation>Leinwand der Maske</translation>
    </message>
    <message>
        <source>Arrow keys move the brush, Enter or Insert paints, with Shift it erases, N goes to the next defect.</source>
        <translation>Die Pfeiltasten bewegen den Pinsel, Eingabe oder Einfg malt, mit Umschalt radiert es, N geht zur nächsten Schadstelle.</translation>
    </message>
    <message>
        <source>{size} px</source>
        <translation>{size} px</translation>
    </message>
    <message>
        <source>{size} px, {soft} % soft</source>
        <translation>{size} px, {soft} % weich</translation>
    </message>
</context>
<context>
    <name>MaskDesk</name>
    <message>
        <source>The mask was not exported, because its photograph is no longer shown. Show it and export it again.</source>
        <translation>Die Maske wurde nicht exportiert, weil ihr Foto nicht mehr gezeigt wird. Zeigen Sie es und exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The mask was not imported, because its photograph is no longer shown. Show it and import it again.</source>
        <translation>Die Maske wurde nicht importiert, weil ihr Foto nicht mehr gezeigt wird. Zeigen Sie es und importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The mask is saved as {name} in {folder}.</source>
        <translation>Die Maske ist als {name} in {folder} gespeichert.</translation>
    </message>
</context>
<context>
    <name>MaskEditor</name>
    <message>
        <source>Look for damage first; then this finds more of it inside the line.</source>
        <translation>Suchen Sie zuerst nach Schäden; dann findet dies innerhalb der Linie mehr davon.</translation>
    </message>
    <message>
        <source>Not even faint damage was found inside the line.</source>
        <translation>Innerhalb der Linie wurden nicht einmal schwache Schäden gefunden.</translation>
    </message>
    <message>
        <source>No defect stands out here; paint it with the brush.</source>
        <translation>Hier hebt sich keine Schadstelle ab; malen Sie sie mit dem Pinsel.</translation>
    </message>
    <message>
        <source>The mask was not changed, because you went on before it was ready. Show it and try again.</source>
        <translation>Die Maske wurde nicht geändert, weil Sie weitergingen, bevor sie bereit war. Zeigen Sie das Foto und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>MaskJobs</name>
    <message>
        <source>The mask could not be made</source>
        <translation>Die Maske konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>The map of damage could not be kept</source>
        <translation>Die Schadenskarte konnte nicht aufgehoben werden</translation>
    </message>
    <message>
        <source>{name} could not be read</source>
        <translation>{name} konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>{name} could not be saved</source>
        <translation>{name} konnte nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>MaskTools</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Weichheit</translation>
    </message>
    <message>
        <source>Pen pressure changes the size</source>
        <translation>Stiftdruck ändert die Größe</translation>
    </message>
    <message>
        <source>Found damage</source>
        <translation>Gefundene Schäden</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Smallest spot</source>
        <translation>Kleinster Fleck</translation>
    </message>
    <message>
        <source>Reach beyond</source>
        <translation>Rand um den Schaden</translation>
    </message>
    <message>
        <source>Nobody has looked for damage yet.</source>
        <translation>Nach Schäden wurde noch nicht gesucht.</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Pattern of the overlay</source>
        <translation>Muster der Überlagerung</translation>
    </message>
    <message>
        <source>Plain colour</source>
        <translation>Einfarbig</translation>
    </message>
    <message>
        <source>Outline only</source>
        <translation>Nur Umriss</translation>
    </message>
    <message>
        <source>Hatched, seen without colour</source>
        <translation>Schraffiert, ohne Farbe erkennbar</translation>
    </message>
    <message>
        <source>{n} px</source>
        <translation>{n} px</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Photograph</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Album</source>
        <translation>A&amp;lbum</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>Mas&amp;ke</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
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
    <name>MethodsDialog</name>
    <message>
        <source>Compare methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Show the &amp;original</source>
        <translation>Das &amp;Original zeigen</translation>
    </message>
    <message>
        <source>Shows every cell without its method; \ shows it while held</source>
        <translation>Zeigt jedes Feld ohne sein Verfahren; \ zeigt es, solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>Draw or click where to look.</source>
        <translation>Ziehen oder klicken Sie, wo verglichen werden soll.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>The patch by every method</source>
        <translation>Der Ausschnitt nach jedem Verfahren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{method} works…</source>
        <translation>{method} arbeitet…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Works…</source>
        <translation>Arbeitet…</translation>
    </message>
    <message>
        <source>{seconds} s, leaves noise of {noise}</source>
        <translation>{seconds} s, Rauschen danach {noise}</translation>
    </message>
    <message>
        <source>Measuring the noise…</source>
        <translation>Das Rauschen wird gemessen…</translation>
    </message>
    <message>
        <source>Hardly any noise: methods that are told a level leave the patch as it is.</source>
        <translation>Kaum Rauschen: Verfahren, denen eine Stärke genannt wird, lassen den Ausschnitt, wie er ist.</translation>
    </message>
    <message>
        <source>Noise of {level}, in steps of 255</source>
        <translation>Rauschen von {level}, in Stufen von 255</translation>
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
        <source>Re&amp;move weights</source>
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
    <name>NameForm</name>
    <message>
        <source>Besides letters: {name}, {date}, {caption}, {album}, {preset}, {counter:03}</source>
        <translation>Außer Buchstaben: {name}, {date}, {caption}, {album}, {preset}, {counter:03}</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
</context>
<context>
    <name>PageSplitter</name>
    <message>
        <source>Cut album page: {name}</source>
        <translation>Albumseite zerschneiden: {name}</translation>
    </message>
    <message>
        <source>The page is read and its prints are looked for…</source>
        <translation>Die Seite wird gelesen, und ihre Abzüge werden gesucht …</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Delete box</source>
        <translation>Rahmen löschen</translation>
    </message>
    <message>
        <source>Add box</source>
        <translation>Rahmen hinzufügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Drag a box, its corners or its round handle; draw a new one beside them. Keys: arrows move, Ctrl + arrows size, comma and full stop turn, N goes to the next.</source>
        <translation>Ziehen Sie einen Rahmen, seine Ecken oder seinen runden Griff; daneben können Sie einen neuen zeichnen. Tasten: Pfeile bewegen, Strg + Pfeile ändern die Größe, Komma und Punkt drehen, N geht zum nächsten.</translation>
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
        <source>{n} prints were found. Correct the boxes where they are not right.</source>
        <translation>{n} Abzüge wurden gefunden. Korrigieren Sie die Rahmen, wo sie nicht stimmen.</translation>
    </message>
    <message>
        <source>No prints were found by themselves. Draw a box around each.</source>
        <translation>Von selbst wurden keine Abzüge gefunden. Ziehen Sie um jeden einen Rahmen.</translation>
    </message>
    <message>
        <source>The prints are cut out and saved…</source>
        <translation>Die Abzüge werden ausgeschnitten und gespeichert …</translation>
    </message>
    <message>
        <source>Cut out 1 print</source>
        <translation>1 Abzug ausschneiden</translation>
    </message>
    <message>
        <source>Cut out {n} prints</source>
        <translation>{n} Abzüge ausschneiden</translation>
    </message>
    <message>
        <source>Throw the corrected boxes away?</source>
        <translation>Die korrigierten Rahmen wegwerfen?</translation>
    </message>
    <message>
        <source>Not all of their prints are cut out yet.</source>
        <translation>Noch nicht alle ihre Abzüge sind ausgeschnitten.</translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Keep on</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
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
    <name>PatchPicker</name>
    <message>
        <source>The photograph; arrows move the patch</source>
        <translation>Das Foto; die Pfeiltasten bewegen den Ausschnitt</translation>
    </message>
</context>
<context>
    <name>PhotoDetails</name>
    <message>
        <source>What stands on the back</source>
        <translation>Was auf der Rückseite steht</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>&amp;Bildunterschrift</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>&amp;Stars</source>
        <translation>&amp;Sterne</translation>
    </message>
    <message>
        <source>F&amp;lag</source>
        <translation>&amp;Markierung</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>{n} photographs</source>
        <translation>{n} Fotos</translation>
    </message>
    <message>
        <source>No photograph is chosen</source>
        <translation>Kein Foto ist ausgewählt</translation>
    </message>
    <message>
        <source>{width} × {height}, {megapixels} MP</source>
        <translation>{width} × {height}, {megapixels} MP</translation>
    </message>
    <message>
        <source>Cut from an album page</source>
        <translation>Aus einer Albumseite ausgeschnitten</translation>
    </message>
    <message>
        <source>Only the original</source>
        <translation>Nur das Original</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>{version} (kept)</source>
        <translation>{version} (behalten)</translation>
    </message>
</context>
<context>
    <name>PhotoFiles</name>
    <message>
        <source>{name} could not be read</source>
        <translation>{name} konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The restored photograph {name} could not be read</source>
        <translation>Das restaurierte Foto {name} konnte nicht gelesen werden</translation>
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
    <name>PhotoGrid</name>
    <message>
        <source>Photographs</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>PhotoKeeper</name>
    <message>
        <source>There is not enough free memory for this photograph.</source>
        <translation>Für dieses Foto ist nicht genug Arbeitsspeicher frei.</translation>
    </message>
    <message>
        <source>The library could not keep this: {error}</source>
        <translation>Die Bibliothek konnte dies nicht aufheben: {error}</translation>
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
        <source>restored</source>
        <translation>restauriert</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Group {n}</source>
        <translation>Gruppe {n}</translation>
    </message>
    <message>
        <source>Group {n}: best</source>
        <translation>Gruppe {n}: bestes</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Photograph</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>PoolJobs</name>
    <message>
        <source>{what}: there is not enough free memory.</source>
        <translation>{what}: Es ist nicht genug Arbeitsspeicher frei.</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>Fo&amp;rmat</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Long side</source>
        <translation>&amp;Lange Seite</translation>
    </message>
    <message>
        <source>&amp;Enlarge small photographs</source>
        <translation>&amp;Kleine Fotos vergrößern</translation>
    </message>
    <message>
        <source>Prin&amp;t</source>
        <translation>&amp;Druck</translation>
    </message>
    <message>
        <source>&amp;Information</source>
        <translation>An&amp;gaben</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>{preset} (changed)</source>
        <translation>{preset} (geändert)</translation>
    </message>
    <message>
        <source>{format}, {n} bit</source>
        <translation>{format}, {n} Bit</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Family share</source>
        <translation>Für die Familie</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
</context>
<context>
    <name>PrintCanvas</name>
    <message>
        <source>Album page with the boxes of its prints</source>
        <translation>Albumseite mit den Rahmen ihrer Abzüge</translation>
    </message>
    <message>
        <source>Box {n}: {x}, {y}, {width} by {height}, turned by {angle} degrees</source>
        <translation>Rahmen {n}: {x}, {y}, {width} mal {height}, um {angle} Grad gedreht</translation>
    </message>
</context>
<context>
    <name>PrintJobs</name>
    <message>
        <source>{name} could not be read</source>
        <translation>{name} konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The prints could not be saved</source>
        <translation>Die Abzüge konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>{n} of {all} prints were saved; the button saves the rest. {reason}</source>
        <translation>{n} von {all} Abzügen wurden gespeichert; der Knopf speichert den Rest. {reason}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>{trouble} Until then you work with an empty library, and nothing in it will be kept.</source>
        <translation>{trouble} Bis dahin arbeiten Sie mit einer leeren Bibliothek, und nichts darin wird aufgehoben.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({error}). Your photographs are unchanged; {log} holds the details.</source>
        <translation>Im Programm ist etwas schiefgegangen ({error}). Ihre Fotos sind unverändert; Näheres steht in {log}.</translation>
    </message>
    <message>
        <source>The language changes when all that you work on is saved or closed.</source>
        <translation>Die Sprache wechselt, sobald alles, woran Sie arbeiten, gespeichert oder geschlossen ist.</translation>
    </message>
</context>
<context>
    <name>QueueChip</name>
    <message>
        <source>Photographs that are restored in the background. A click shows them.</source>
        <translation>Fotos, die im Hintergrund restauriert werden. Ein Klick zeigt sie.</translation>
    </message>
    <message>
        <source>Queue: {state}</source>
        <translation>Warteschlange: {state}</translation>
    </message>
</context>
<context>
    <name>QueueEntries</name>
    <message>
        <source>Finish the photograph that is being restored and begin no other; again lets it go on</source>
        <translation>Das Foto, das gerade restauriert wird, fertigstellen und kein weiteres beginnen; noch einmal setzt fort</translation>
    </message>
    <message>
        <source>Take what is done, failed or cancelled off the list; results stay</source>
        <translation>Fertiges, Fehlgeschlagenes und Abgebrochenes aus der Liste nehmen; Ergebnisse bleiben</translation>
    </message>
    <message>
        <source>&amp;Pause or go on</source>
        <translation>&amp;Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Clear what is &amp;over</source>
        <translation>E&amp;rledigtes entfernen</translation>
    </message>
    <message>
        <source>These photographs wait until they are released</source>
        <translation>Diese Fotos warten, bis sie freigegeben werden</translation>
    </message>
    <message>
        <source>Cancel what is not over yet, take the rest off the list</source>
        <translation>Abbrechen, was noch nicht erledigt ist, und den Rest aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Compare the result with the original</source>
        <translation>Das Ergebnis mit dem Original vergleichen</translation>
    </message>
    <message>
        <source>Everything that is known of these jobs, for the clipboard</source>
        <translation>Alles, was über diese Aufträge bekannt ist, für die Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Hold or release</source>
        <translation>&amp;Zurückstellen oder freigeben</translation>
    </message>
    <message>
        <source>&amp;Cancel or remove</source>
        <translation>A&amp;bbrechen oder entfernen</translation>
    </message>
    <message>
        <source>Do &amp;next</source>
        <translation>Als &amp;Nächstes</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Show result</source>
        <translation>&amp;Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>&amp;Protokoll kopieren</translation>
    </message>
    <message>
        <source>Needs less memory and takes longer</source>
        <translation>Braucht weniger Arbeitsspeicher und dauert länger</translation>
    </message>
    <message>
        <source>Without a graphics card and with float32: slow, but it can go wrong in fewer ways</source>
        <translation>Ohne Grafikkarte und mit float32: langsam, aber es kann weniger schiefgehen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Retry all &amp;failed</source>
        <translation>Alle &amp;fehlgeschlagenen erneut versuchen</translation>
    </message>
    <message>
        <source>Retry all failed with smaller &amp;tiles</source>
        <translation>Alle fehlgeschlagenen mit &amp;kleineren Kacheln erneut versuchen</translation>
    </message>
    <message>
        <source>Retry all failed on the processor in full prec&amp;ision</source>
        <translation>Alle fehlgeschlagenen auf &amp;dem Prozessor mit voller Genauigkeit erneut versuchen</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Photographs in the queue</source>
        <translation>Fotos in der Warteschlange</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Nothing is queued</source>
        <translation>Die Warteschlange ist leer</translation>
    </message>
    <message>
        <source>Choose photographs in the Library and add them to the queue: they are restored while you go on.</source>
        <translation>Wählen Sie Fotos in der Bibliothek aus und stellen Sie sie in die Warteschlange: Die Fotos werden restauriert, während Sie weiterarbeiten.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene erneut versuchen</translation>
    </message>
    <message>
        <source>To the library</source>
        <translation>Zur Bibliothek</translation>
    </message>
    <message>
        <source>Clear what is over</source>
        <translation>Erledigtes entfernen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The log was copied.</source>
        <translation>Das Protokoll wurde kopiert.</translation>
    </message>
</context>
<context>
    <name>QueueRunner</name>
    <message>
        <source>Something went wrong inside the program: {error}</source>
        <translation>Im Programm ist etwas schiefgegangen: {error}</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>Done, with remarks</source>
        <translation>Fertig, mit Anmerkungen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being restored</source>
        <translation>Wird restauriert</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>Queue paused · {n} wait</source>
        <translation>Warteschlange angehalten · {n} warten</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>then paused</source>
        <translation>dann angehalten</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} warten</translation>
    </message>
    <message>
        <source>{n} interrupted</source>
        <translation>{n} unterbrochen</translation>
    </message>
    <message>
        <source>{n} held</source>
        <translation>{n} zurückgestellt</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>{n} fertig</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{n} cancelled</source>
        <translation>{n} abgebrochen</translation>
    </message>
    <message>
        <source>The queue is done. Photographs restored: {n}.</source>
        <translation>Die Warteschlange ist fertig. Restaurierte Fotos: {n}.</translation>
    </message>
    <message>
        <source>The queue is done. Photographs restored: {n}, failed: {failed}. The page Queue says why.</source>
        <translation>Die Warteschlange ist fertig. Restaurierte Fotos: {n}, fehlgeschlagen: {failed}. Die Seite „Warteschlange“ sagt, warum.</translation>
    </message>
    <message>
        <source>with smaller tiles</source>
        <translation>mit kleineren Kacheln</translation>
    </message>
    <message>
        <source>on the processor, in full precision</source>
        <translation>auf dem Prozessor, mit voller Genauigkeit</translation>
    </message>
</context>
<context>
    <name>QuickLook</name>
    <message>
        <source>Arrows go to the next photograph, Space closes.</source>
        <translation>Pfeile gehen zum nächsten Foto, die Leertaste schließt.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
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
    <name>Renditions</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauriert</translation>
    </message>
    <message>
        <source>Restored {when}</source>
        <translation>Restauriert {when}</translation>
    </message>
</context>
<context>
    <name>RestoreButtons</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Preview here</source>
        <translation>Vorschau hier</translation>
    </message>
    <message>
        <source>Restore only what is seen (P)</source>
        <translation>Nur das Sichtbare restaurieren (P)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurieren</translation>
    </message>
    <message>
        <source>Keeping the result…</source>
        <translation>Das Ergebnis wird aufgehoben …</translation>
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
        <source>Restoring what is seen…</source>
        <translation>Das Sichtbare wird restauriert …</translation>
    </message>
    <message>
        <source>Looking at the photograph…</source>
        <translation>Das Foto wird betrachtet …</translation>
    </message>
    <message>
        <source>Looking for damage…</source>
        <translation>Schäden werden gesucht …</translation>
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
        <source>Takes about {time}</source>
        <translation>Dauert etwa {time}</translation>
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
    <name>RestoreEntries</name>
    <message>
        <source>Open photographs; you can also drop them on the window</source>
        <translation>Fotos öffnen; Sie können sie auch auf dem Fenster ablegen</translation>
    </message>
    <message>
        <source>Save the restored photograph in a file of its own; the original stays as it is</source>
        <translation>Das restaurierte Foto in einer eigenen Datei speichern; das Original bleibt, wie es ist</translation>
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
        <source>Restore only what is seen, to judge the settings</source>
        <translation>Nur das Sichtbare restaurieren, um die Einstellungen zu beurteilen</translation>
    </message>
    <message>
        <source>See a patch by every denoising method side by side, and take one</source>
        <translation>Einen Ausschnitt nach jedem Verfahren gegen Rauschen nebeneinander sehen und eines nehmen</translation>
    </message>
    <message>
        <source>By a quarter, with mask, faces and results; the file stays as it is</source>
        <translation>Um ein Viertel, mit Maske, Gesichtern und Ergebnissen; die Datei bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Look at the photograph again and go with what is proposed</source>
        <translation>Das Foto noch einmal betrachten und den Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbr&amp;echen</translation>
    </message>
    <message>
        <source>Preview &amp;here</source>
        <translation>Vorschau &amp;hier</translation>
    </message>
    <message>
        <source>&amp;End the preview</source>
        <translation>Vorschau &amp;beenden</translation>
    </message>
    <message>
        <source>S&amp;uggest</source>
        <translation>V&amp;orschlagen</translation>
    </message>
    <message>
        <source>Compare &amp;methods…</source>
        <translation>Ver&amp;fahren vergleichen …</translation>
    </message>
    <message>
        <source>Turn to the &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn to the ri&amp;ght</source>
        <translation>Nach rech&amp;ts drehen</translation>
    </message>
    <message>
        <source>&amp;Next photograph</source>
        <translation>&amp;Nächstes Foto</translation>
    </message>
    <message>
        <source>Pre&amp;vious photograph</source>
        <translation>&amp;Voriges Foto</translation>
    </message>
    <message>
        <source>Keep the settings of now under a name; everything else is kept anyway</source>
        <translation>Die jetzigen Einstellungen unter einem Namen aufheben; alles andere wird ohnehin aufgehoben</translation>
    </message>
    <message>
        <source>Copy the settings, without mask and faces</source>
        <translation>Die Einstellungen kopieren, ohne Maske und Gesichter</translation>
    </message>
    <message>
        <source>Use the copied settings for this photograph; its mask and faces stay</source>
        <translation>Die kopierten Einstellungen für dieses Foto verwenden; seine Maske und Gesichter bleiben</translation>
    </message>
    <message>
        <source>Na&amp;me these settings…</source>
        <translation>&amp;Diese Einstellungen benennen …</translation>
    </message>
    <message>
        <source>C&amp;opy settings</source>
        <translation>&amp;Einstellungen kopieren</translation>
    </message>
    <message>
        <source>P&amp;aste settings</source>
        <translation>Ein&amp;stellungen einfügen</translation>
    </message>
    <message>
        <source>Next &amp;face</source>
        <translation>Nä&amp;chstes Gesicht</translation>
    </message>
    <message>
        <source>Previous f&amp;ace</source>
        <translation>Voriges &amp;Gesicht</translation>
    </message>
    <message>
        <source>&amp;Before and after</source>
        <translation>&amp;Vorher und nachher</translation>
    </message>
    <message>
        <source>Show before and after beside a line; drag it</source>
        <translation>Vorher und nachher beiderseits einer Linie zeigen; sie lässt sich ziehen</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
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
        <source>Everything happens on this computer. Nothing is sent anywhere.</source>
        <translation>Alles geschieht auf diesem Computer. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Importing photographs: {share} %</source>
        <translation>Fotos werden importiert: {share} %</translation>
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
        <source>Import mask</source>
        <translation>Maske importieren</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Export mask</source>
        <translation>Maske exportieren</translation>
    </message>
    <message>
        <source>Name these settings</source>
        <translation>Diese Einstellungen benennen</translation>
    </message>
    <message>
        <source>Everything is kept anyway; a name makes it easy to come back to these settings.</source>
        <translation>Alles wird ohnehin aufgehoben; ein Name macht es leicht, zu diesen Einstellungen zurückzukehren.</translation>
    </message>
    <message>
        <source>{name} is restored</source>
        <translation>{name} ist restauriert</translation>
    </message>
    <message>
        <source>Denoise uses “{method}” at full strength; restore to see it on the whole photograph.</source>
        <translation>„Entrauschen“ nimmt „{method}“ in voller Stärke; restaurieren Sie das Foto, um es ganz zu sehen.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Parts of the panel</source>
        <translation>Teile des Bedienfelds</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
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
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>This photograph was not examined; restoring looks for scratches and cracks.</source>
        <translation>Dieses Foto wurde nicht untersucht; beim Restaurieren wird nach Kratzern und Rissen gesucht.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This is not a recipe: it is not valid JSON ({error}).</source>
        <translation>Das ist kein Rezept: Es ist kein gültiges JSON ({error}).</translation>
    </message>
    <message>
        <source>This is not a recipe: it has no &quot;photorestore_recipe&quot; version number.</source>
        <translation>Das ist kein Rezept: Ihm fehlt die Versionsnummer „photorestore_recipe“.</translation>
    </message>
    <message>
        <source>This recipe was saved by a newer PhotoRestore; update the program to use it.</source>
        <translation>Dieses Rezept hat ein neueres PhotoRestore gespeichert; aktualisieren Sie das Programm, um es zu verwenden.</translation>
    </message>
    <message>
        <source>This recipe is damaged: &quot;stages&quot; and &quot;weights&quot; must be objects.</source>
        <translation>Dieses Rezept ist beschädigt: „stages“ und „weights“ müssen Objekte sein.</translation>
    </message>
    <message>
        <source>This recipe is damaged: the settings of {name} must be an object.</source>
        <translation>Dieses Rezept ist beschädigt: Die Einstellungen von {name} müssen ein Objekt sein.</translation>
    </message>
    <message>
        <source>This recipe has stages that do not exist: {names}.</source>
        <translation>Dieses Rezept hat Schritte, die es nicht gibt: {names}.</translation>
    </message>
    <message>
        <source>This recipe has settings of {name} that do not exist: {names}.</source>
        <translation>Dieses Rezept hat Einstellungen von {name}, die es nicht gibt: {names}.</translation>
    </message>
    <message>
        <source>{setting} is {value}; it can be {choices}.</source>
        <translation>{setting} ist {value}; möglich sind: {choices}.</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be a number from {low} to {high}.</source>
        <translation>{setting} ist {value}; es muss eine Zahl von {low} bis {high} sein.</translation>
    </message>
    <message>
        <source>{setting} is {value}; it can be true or false.</source>
        <translation>{setting} ist {value}; möglich sind: true und false.</translation>
    </message>
    <message>
        <source>Nothing to repair: this photograph is fine and is left alone.</source>
        <translation>Nichts auszubessern: Dieses Foto ist in Ordnung und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The photograph is monochrome and stays so.</source>
        <translation>Das Foto ist schwarzweiß und bleibt es.</translation>
    </message>
    <message>
        <source>The photograph is toned and stays so.</source>
        <translation>Das Foto ist getönt und bleibt es.</translation>
    </message>
    <message>
        <source>It has faded and lost about {share} of its contrast, most of which is brought back.</source>
        <translation>Es ist verblasst und hat etwa {share} seines Kontrasts verloren; das meiste davon wird zurückgeholt.</translation>
    </message>
    <message>
        <source>It is dark, and is brightened a little.</source>
        <translation>Es ist dunkel und wird etwas aufgehellt.</translation>
    </message>
    <message>
        <source>Its colours have faded unevenly, so the cast is reduced.</source>
        <translation>Seine Farben sind ungleich verblasst, also wird der Farbstich verringert.</translation>
    </message>
    <message>
        <source>Scratches were not looked for, because the network that finds them is missing.</source>
        <translation>Nach Kratzern wurde nicht gesucht, weil das Netz fehlt, das sie findet.</translation>
    </message>
    <message>
        <source>Cracks, dust or loss on {share} of the picture are filled.</source>
        <translation>Risse, Staub oder Fehlstellen auf {share} des Bildes werden gefüllt.</translation>
    </message>
    <message>
        <source>Marks on {share} of the picture may be damage, or just as well part of it, like ropes and twigs; they are left alone unless you turn on Scratches.</source>
        <translation>Stellen auf {share} des Bildes könnten Schäden sein oder ebenso gut zum Bild gehören, wie Seile und Zweige; sie bleiben, wie sie sind, solange Sie „Kratzer“ nicht einschalten.</translation>
    </message>
    <message>
        <source>What is filled is redrawn by the translation networks.</source>
        <translation>Was gefüllt wird, zeichnen die Netze des Schritts „Übersetzen“ neu.</translation>
    </message>
    <message>
        <source>The translation networks redraw the whole picture: they take away what is left of noise, grain and JPEG blocks.</source>
        <translation>Die Netze des Schritts „Übersetzen“ zeichnen das ganze Bild neu: Sie nehmen weg, was von Rauschen, Korn und JPEG-Blöcken übrig ist.</translation>
    </message>
    <message>
        <source>Single pixels are wrong ({specks}, about {share} of them): l0TV finds and replaces them and leaves the others alone.</source>
        <translation>Einzelne Bildpunkte sind falsch ({specks}, etwa {share} von allen): l0TV findet und ersetzt sie und lässt die anderen, wie sie sind.</translation>
    </message>
    <message>
        <source>black and white specks</source>
        <translation>schwarze und weiße Punkte</translation>
    </message>
    <message>
        <source>specks of any lightness</source>
        <translation>Punkte beliebiger Helligkeit</translation>
    </message>
    <message>
        <source>Its file was compressed hard and shows JPEG blocks.</source>
        <translation>Seine Datei wurde stark komprimiert und zeigt JPEG-Blöcke.</translation>
    </message>
    <message>
        <source>Its file was compressed hard and shows JPEG blocks; Enlarge with clean-up can redraw them.</source>
        <translation>Seine Datei wurde stark komprimiert und zeigt JPEG-Blöcke; „Vergrößern“ mit „Säubern“ kann sie neu zeichnen.</translation>
    </message>
    <message>
        <source>It has some noise, which is reduced.</source>
        <translation>Es rauscht etwas; das Rauschen wird verringert.</translation>
    </message>
    <message>
        <source>It has some grain, which is reduced.</source>
        <translation>Es ist etwas körnig; die Körnung wird verringert.</translation>
    </message>
    <message>
        <source>It has strong noise, which is reduced.</source>
        <translation>Es rauscht stark; das Rauschen wird verringert.</translation>
    </message>
    <message>
        <source>It has strong grain, which is reduced.</source>
        <translation>Es ist stark körnig; die Körnung wird verringert.</translation>
    </message>
    <message>
        <source>It is all of one colour, so there is nothing to repair.</source>
        <translation>Es hat nur eine einzige Farbe, also gibt es nichts zu reparieren.</translation>
    </message>
    <message>
        <source>It has {count} colours only, like a drawing, a text or a dithered picture, whose dots would pass for noise; it is left alone.</source>
        <translation>Es hat nur {count} Farben, wie eine Zeichnung, ein Text oder ein gerastertes Bild, dessen Punkte als Rauschen gelten würden; es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>It looks worn; noise that is hard to tell from texture is reduced gently.</source>
        <translation>Es sieht abgenutzt aus; Rauschen, das schwer von Struktur zu unterscheiden ist, wird behutsam verringert.</translation>
    </message>
    <message>
        <source>It is soft: its sharpest edges are about {pixels} pixels wide.</source>
        <translation>Es ist weich: Seine schärfsten Kanten sind etwa {pixels} Bildpunkte breit.</translation>
    </message>
    <message>
        <source>It is too large to be redrawn in a few minutes; turn on Enlarge if you can wait.</source>
        <translation>Es ist zu groß, um in ein paar Minuten neu gezeichnet zu werden; schalten Sie „Vergrößern“ ein, wenn Sie warten können.</translation>
    </message>
    <message>
        <source>The camera or the subject moved by about {pixels} pixels; the blur is undone by its shape.</source>
        <translation>Die Kamera oder das Motiv hat sich um etwa {pixels} Bildpunkte bewegt; die Unschärfe wird nach ihrer Form rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It is out of focus: points became disks of about {pixels} pixels; the blur is undone by its shape.</source>
        <translation>Es ist unscharf gestellt: Punkte wurden zu Scheiben von etwa {pixels} Bildpunkten; die Unschärfe wird nach ihrer Form rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The noise grows with the light, as counted light does: it is made even first (Anscombe).</source>
        <translation>Das Rauschen wächst mit dem Licht, wie es gezähltes Licht tut: Es wird zuerst gleichmäßig gemacht (Anscombe).</translation>
    </message>
    <message>
        <source>The noise is alike everywhere and from pixel to pixel new: the learned denoiser is made for it.</source>
        <translation>Das Rauschen ist überall gleich und von Bildpunkt zu Bildpunkt neu: Dafür ist der gelernte Entrauscher gemacht.</translation>
    </message>
    <message>
        <source>1 face found and left as photographed: the picture is sharp enough.</source>
        <translation>1 Gesicht gefunden und gelassen, wie es fotografiert wurde: Das Bild ist scharf genug.</translation>
    </message>
    <message>
        <source>1 face found and left alone: too small or doubtful.</source>
        <translation>1 Gesicht gefunden und nicht verändert: zu klein oder zweifelhaft.</translation>
    </message>
    <message>
        <source>1 face found, large and clear enough to be refined.</source>
        <translation>1 Gesicht gefunden, groß und klar genug, um verfeinert zu werden.</translation>
    </message>
    <message>
        <source>{count} faces found and left as photographed: the picture is sharp enough.</source>
        <translation>{count} Gesichter gefunden und gelassen, wie sie fotografiert wurden: Das Bild ist scharf genug.</translation>
    </message>
    <message>
        <source>{count} faces found and left alone: too small or doubtful.</source>
        <translation>{count} Gesichter gefunden und nicht verändert: zu klein oder zweifelhaft.</translation>
    </message>
    <message>
        <source>{count} faces found, {clear} of them large and clear enough to be refined.</source>
        <translation>{count} Gesichter gefunden, davon {clear} groß und klar genug, um verfeinert zu werden.</translation>
    </message>
    <message>
        <source>Only {share} sure that this is a face.</source>
        <translation>Nur zu {share} sicher, dass das ein Gesicht ist.</translation>
    </message>
    <message>
        <source>Small: {pixels} pixels.</source>
        <translation>Klein: {pixels} Bildpunkte.</translation>
    </message>
    <message>
        <source>Eyes and mouth do not lie as in a face.</source>
        <translation>Augen und Mund liegen nicht wie in einem Gesicht.</translation>
    </message>
    <message>
        <source>Seen from the side.</source>
        <translation>Von der Seite gesehen.</translation>
    </message>
    <message>
        <source>Left alone: it is sharper than what the network draws.</source>
        <translation>Nicht verändert: Es ist schärfer, als das Netz zeichnet.</translation>
    </message>
    <message>
        <source>There is no device called {value}; choose one of {choices}.</source>
        <translation>Es gibt kein Gerät namens {value}; wählen Sie eines von {choices}.</translation>
    </message>
    <message>
        <source>There is no precision called {value}; choose one of auto, {choices}.</source>
        <translation>Es gibt keine Genauigkeit namens {value}; wählen Sie eine von auto, {choices}.</translation>
    </message>
    <message>
        <source>This computer has no NVIDIA or AMD graphics card that torch can use.</source>
        <translation>Dieser Computer hat keine Grafikkarte von NVIDIA oder AMD, die torch verwenden kann.</translation>
    </message>
    <message>
        <source>This computer has no Apple graphics processor that torch can use.</source>
        <translation>Dieser Computer hat keinen Grafikprozessor von Apple, den torch verwenden kann.</translation>
    </message>
    <message>
        <source>This computer has: {devices}.</source>
        <translation>Dieser Rechner hat: {devices}.</translation>
    </message>
    <message>
        <source>{choice} with {precision} ({why}).</source>
        <translation>{choice} mit {precision} ({why}).</translation>
    </message>
    <message>
        <source>Using the NVIDIA or AMD graphics card as asked</source>
        <translation>Wie gewünscht rechnet die Grafikkarte von NVIDIA oder AMD</translation>
    </message>
    <message>
        <source>Using the Apple graphics processor as asked</source>
        <translation>Wie gewünscht rechnet der Grafikprozessor von Apple</translation>
    </message>
    <message>
        <source>Using the processor as asked</source>
        <translation>Wie gewünscht rechnet der Prozessor</translation>
    </message>
    <message>
        <source>No CUDA or Apple graphics found; using the processor</source>
        <translation>Keine Grafik mit CUDA oder von Apple gefunden; es rechnet der Prozessor</translation>
    </message>
    <message>
        <source>Using the NVIDIA or AMD graphics card ({name})</source>
        <translation>Es rechnet die Grafikkarte von NVIDIA oder AMD ({name})</translation>
    </message>
    <message>
        <source>Using the Apple GPU</source>
        <translation>Es rechnet der Grafikprozessor von Apple</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>wie gewünscht</translation>
    </message>
    <message>
        <source>half the memory, twice the speed</source>
        <translation>halb so viel Speicher, doppelt so schnell</translation>
    </message>
    <message>
        <source>twice as fast as float32 on this processor</source>
        <translation>auf diesem Prozessor doppelt so schnell wie float32</translation>
    </message>
    <message>
        <source>this processor has no fast bfloat16</source>
        <translation>dieser Prozessor hat kein schnelles bfloat16</translation>
    </message>
    <message>
        <source>There is no method called {value}; choose one of {choices}.</source>
        <translation>Es gibt kein Verfahren namens {value}; wählen Sie eines von {choices}.</translation>
    </message>
    <message>
        <source>{method} can&apos;t undo blur; choose one of {methods}.</source>
        <translation>„{method}“ kann Unschärfe nicht rückgängig machen; wählen Sie eines von diesen: {methods}.</translation>
    </message>
    <message>
        <source>The file of the weights &quot;{name}&quot; is missing; import them again.</source>
        <translation>Die Datei der Gewichte „{name}“ fehlt; importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{method} needs the Python package {name}, which is not installed; install it or choose another method.</source>
        <translation>„{method}“ braucht das Python-Paket {name}, das nicht installiert ist; installieren Sie es, oder wählen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>Nichtlokale Mittelwerte</translation>
    </message>
    <message>
        <source>Learned denoiser</source>
        <translation>Gelernter Entrauscher</translation>
    </message>
    <message>
        <source>Plug and play</source>
        <translation>Plug and Play</translation>
    </message>
    <message>
        <source>Shrinkage fields</source>
        <translation>Shrinkage-Felder</translation>
    </message>
    <message>
        <source>Poisson TV</source>
        <translation>Poisson-TV</translation>
    </message>
    <message>
        <source>Anscombe and non-local means</source>
        <translation>Anscombe und nichtlokale Mittelwerte</translation>
    </message>
    <message>
        <source>Anscombe and learned</source>
        <translation>Anscombe und gelernt</translation>
    </message>
    <message>
        <source>Median of impulses</source>
        <translation>Median der Impulse</translation>
    </message>
    <message>
        <source>There is no method to compare; name at least one.</source>
        <translation>Es gibt kein Verfahren zu vergleichen; nennen Sie mindestens eines.</translation>
    </message>
    <message>
        <source>The clean picture has {width} x {height} pixels and the photo {other_width} x {other_height}; give one of the same size.</source>
        <translation>Das saubere Bild hat {width} x {height} Bildpunkte und das Foto {other_width} x {other_height}; nehmen Sie eines derselben Größe.</translation>
    </message>
    <message>
        <source>The blur kernel is empty; give one with at least one positive value.</source>
        <translation>Der Unschärfekern ist leer; nehmen Sie einen mit mindestens einem positiven Wert.</translation>
    </message>
    <message>
        <source>The blur kernel has negative values, which no blur has; give one of light amounts.</source>
        <translation>Der Unschärfekern hat negative Werte, die keine Unschärfe hat; nehmen Sie einen aus Lichtmengen.</translation>
    </message>
    <message>
        <source>The blur kernel ({width} x {height}) is larger than the picture ({other_width} x {other_height}); give a smaller one.</source>
        <translation>Der Unschärfekern ({width} x {height}) ist größer als das Bild ({other_width} x {other_height}); nehmen Sie einen kleineren.</translation>
    </message>
    <message>
        <source>The length of a motion blur can&apos;t be negative.</source>
        <translation>Die Länge einer Bewegungsunschärfe kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>The radius of a misfocus can&apos;t be negative.</source>
        <translation>Der Radius einer Fehlfokussierung kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>The {blur} blur has no size; give its size in pixels or choose no blur.</source>
        <translation>Die Unschärfe ({blur}) hat keine Größe; geben Sie ihre Größe in Bildpunkten an, oder wählen Sie keine Unschärfe.</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Nach Schäden wird gesucht</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Das Foto wird gelesen</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Wird übersetzt</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Wird gezeichnet</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Wird betrachtet</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Waits until the engine is free</source>
        <translation>Wartet, bis der Rechenkern frei ist</translation>
    </message>
    <message>
        <source>The network gave numbers that are no picture; its weights may be damaged.</source>
        <translation>Das Netz gab Zahlen aus, die kein Bild sind; seine Gewichte sind vielleicht beschädigt.</translation>
    </message>
    <message>
        <source>The step {stage} failed: its picture {flaw}. Switch this step off to go on.</source>
        <translation>Der Schritt „{stage}“ ist fehlgeschlagen: Sein Bild {flaw}. Schalten Sie diesen Schritt aus, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The graphics card has too little memory for the step {stage}; the processor did it.</source>
        <translation>Der Speicher der Grafikkarte reicht für den Schritt „{stage}“ nicht; der Prozessor hat ihn ausgeführt.</translation>
    </message>
    <message>
        <source>has {width} x {height} pixels instead of {other_width} x {other_height}</source>
        <translation>hat {width} x {height} Bildpunkte statt {other_width} x {other_height}</translation>
    </message>
    <message>
        <source>contains numbers that are no colours</source>
        <translation>enthält Zahlen, die keine Farben sind</translation>
    </message>
    <message>
        <source>has values from {lowest} to {highest} instead of 0 to 1</source>
        <translation>hat Werte von {lowest} bis {highest} statt von 0 bis 1</translation>
    </message>
    <message>
        <source>is a single flat colour</source>
        <translation>ist eine einzige gleichmäßige Farbe</translation>
    </message>
    <message>
        <source>Enlarged to {width} x {height} pixels this photo needs {needed} GB of memory but {free} GB are free; choose a smaller scale.</source>
        <translation>Auf {width} x {height} Bildpunkte vergrößert braucht dieses Foto {needed} GB Speicher, aber nur {free} GB sind frei; wählen Sie eine kleinere Vergrößerung.</translation>
    </message>
    <message>
        <source>Translation needs the published weights {names}. If you have global_checkpoints.zip, add them with &quot;photorestore models import global_checkpoints.zip&quot;.</source>
        <translation>„Übersetzen“ braucht die veröffentlichten Gewichte {names}. Wenn Sie global_checkpoints.zip haben, importieren Sie die Datei auf der Seite „Modelle“.</translation>
    </message>
    <message>
        <source>The mask covers the whole photo, so there is nothing to fill it from. Erase part of the mask.</source>
        <translation>Die Maske bedeckt das ganze Foto, also gibt es nichts, woraus sie gefüllt werden könnte. Radieren Sie einen Teil der Maske weg.</translation>
    </message>
    <message>
        <source>The memory is used up even with the smallest tiles; close other programs.</source>
        <translation>Der Speicher reicht selbst für die kleinsten Kacheln nicht; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>There is not enough free memory for this photograph; close other programs and try again.</source>
        <translation>Für dieses Foto ist nicht genug Speicher frei; schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no room for a picture of {megabytes} MB in shared memory; close other programs, or choose a smaller enlargement.</source>
        <translation>Für ein Bild von {megabytes} MB ist im gemeinsamen Speicher kein Platz; schließen Sie andere Programme, oder wählen Sie eine kleinere Vergrößerung.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({kind}: {error}). The photograph is unchanged; the log holds the details.</source>
        <translation>Im Programm ist etwas schiefgegangen ({kind}: {error}). Das Foto ist unverändert; das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
        <source>The restoration engine stopped unexpectedly ({how}). The photograph is unchanged; try again, or with a smaller enlargement if memory is short.</source>
        <translation>Der Rechenkern hat unerwartet aufgehört ({how}). Das Foto ist unverändert; versuchen Sie es noch einmal, oder mit einer kleineren Vergrößerung, falls der Speicher knapp ist.</translation>
    </message>
    <message>
        <source>exit code {number}</source>
        <translation>Rückgabewert {number}</translation>
    </message>
    <message>
        <source>signal {number}, {reason}</source>
        <translation>Signal {number}, {reason}</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>Signal {number}</translation>
    </message>
    <message>
        <source>Details are in {path}.</source>
        <translation>Einzelheiten stehen in {path}.</translation>
    </message>
    <message>
        <source>The photo is not in the library any more.</source>
        <translation>Das Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>Nothing needed to be restored.</source>
        <translation>Es war nichts zu restaurieren.</translation>
    </message>
    <message>
        <source>There is not enough free memory for it. Close other programs, then try again.</source>
        <translation>Dafür ist nicht genug Speicher frei. Schließen Sie andere Programme, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The restoration engine can&apos;t be started ({reason}). If the program was updated while it ran, start it again.</source>
        <translation>Die Restaurierung lässt sich nicht starten ({reason}). Wurde das Programm aktualisiert, während es lief, dann starten Sie es neu.</translation>
    </message>
    <message>
        <source>The result has the wrong size, {width} × {height}. It was not kept.</source>
        <translation>Das Ergebnis hat die falsche Größe, {width} × {height}. Es wurde nicht behalten.</translation>
    </message>
    <message>
        <source>The result contains numbers that are no colours. It was not kept.</source>
        <translation>Das Ergebnis enthält Zahlen, die keine Farben sind. Es wurde nicht behalten.</translation>
    </message>
    <message>
        <source>The result is a single flat colour. It was not kept.</source>
        <translation>Das Ergebnis ist eine einzige gleichmäßige Farbe. Es wurde nicht behalten.</translation>
    </message>
    <message>
        <source>“{path}” went away while it was read ({reason}).</source>
        <translation>„{path}“ verschwand, während es gelesen wurde ({reason}).</translation>
    </message>
    <message>
        <source>The disk that holds the library “{path}” is almost full, so the queue waits. Free some space, then let it go on.</source>
        <translation>Die Festplatte mit der Bibliothek „{path}“ ist fast voll, also wartet die Warteschlange. Schaffen Sie Platz, und setzen Sie sie dann fort.</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; are not installed. Add them with &quot;photorestore models import FILE&quot;.</source>
        <translation>Die Gewichte „{name}“ sind nicht installiert. Importieren Sie sie auf der Seite „Modelle“.</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; are missing: there is no file {path}. {cure}</source>
        <translation>Die Gewichte „{name}“ fehlen: Es gibt keine Datei {path}. {cure}</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; are damaged: {path} is not the file that was checked. {cure}</source>
        <translation>Die Gewichte „{name}“ sind beschädigt: {path} ist nicht die Datei, die geprüft wurde. {cure}</translation>
    </message>
    <message>
        <source>Import them again.</source>
        <translation>Importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Install PhotoRestore again.</source>
        <translation>Installieren Sie PhotoRestore neu.</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; can&apos;t be read: {path} ({reason}).</source>
        <translation>Die Gewichte „{name}“ lassen sich nicht lesen: {path} ({reason}).</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; cannot be read: {path} is not safetensors ({error}).</source>
        <translation>Die Gewichte „{name}“ lassen sich nicht lesen: {path} ist keine safetensors-Datei ({error}).</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; belong to the program and stay; only imported ones can be removed.</source>
        <translation>Die Gewichte „{name}“ gehören zum Programm und bleiben; nur importierte lassen sich entfernen.</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; can&apos;t be moved in {path} ({reason}).</source>
        <translation>Die Gewichte „{name}“ lassen sich in {path} nicht verschieben ({reason}).</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; come with the Python package {package}, which is not installed.</source>
        <translation>Die Gewichte „{name}“ kommen mit dem Python-Paket {package}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; do not fit the network &quot;{network}&quot;: {error}</source>
        <translation>Die Gewichte „{name}“ passen nicht zum Netz „{network}“: {error}</translation>
    </message>
    <message>
        <source>The weights &quot;{name}&quot; can&apos;t be used: the list of weights says other sizes than the network can have. Install or import them again.</source>
        <translation>Die Gewichte „{name}“ lassen sich nicht verwenden: Die Liste der Gewichte nennt andere Größen, als das Netz haben kann. Installieren oder importieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This PhotoRestore has no network &quot;{network}&quot;; update the program to use these weights.</source>
        <translation>Dieses PhotoRestore hat kein Netz „{network}“; aktualisieren Sie das Programm, um diese Gewichte zu verwenden.</translation>
    </message>
    <message>
        <source>{path} was written by a newer PhotoRestore; update the program to use these weights.</source>
        <translation>{path} hat ein neueres PhotoRestore geschrieben; aktualisieren Sie das Programm, um diese Gewichte zu verwenden.</translation>
    </message>
    <message>
        <source>The list of weights {path} can&apos;t be read ({reason}).</source>
        <translation>Die Liste der Gewichte {path} lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>The list of weights {path} is damaged ({error}). Move it away and import again.</source>
        <translation>Die Liste der Gewichte {path} ist beschädigt ({error}). Verschieben Sie sie an einen anderen Ort, und importieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The weights file {name} {fault}; install the package it came with again.</source>
        <translation>Die Gewichtsdatei {name} {fault}; installieren Sie das Paket neu, mit dem sie kam.</translation>
    </message>
    <message>
        <source>is cut off or damaged at byte {number}</source>
        <translation>ist bei Byte {number} abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>has {count} bytes too many</source>
        <translation>hat {count} Bytes zu viel</translation>
    </message>
    <message>
        <source>is not an ncnn graph</source>
        <translation>ist kein ncnn-Graph</translation>
    </message>
    <message>
        <source>is not an ncnn graph that we know</source>
        <translation>ist kein bekannter ncnn-Graph</translation>
    </message>
    <message>
        <source>is not an RRDBNet</source>
        <translation>ist kein RRDBNet</translation>
    </message>
    <message>
        <source>cannot be read ({reason})</source>
        <translation>lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>has {count} convolutions, which no RRDBNet has</source>
        <translation>hat {count} Faltungen, so viele wie kein RRDBNet</translation>
    </message>
    <message>
        <source>No weights were imported.</source>
        <translation>Es wurden keine Gewichte importiert.</translation>
    </message>
    <message>
        <source>No .pth, .pt or .zip file was found there.</source>
        <translation>Dort wurde keine .pth-, .pt- oder .zip-Datei gefunden.</translation>
    </message>
    <message>
        <source>{label}: {sentence}</source>
        <translation>{label}: {sentence}</translation>
    </message>
    <message>
        <source>A name (&quot;{name}&quot;) can be given for one checkpoint only; {count} were found.</source>
        <translation>Ein Name („{name}“) kann nur für einen einzigen Checkpoint angegeben werden; {count} wurden gefunden.</translation>
    </message>
    <message>
        <source>Weights can&apos;t be kept in {path} ({reason}).</source>
        <translation>In {path} lassen sich keine Gewichte aufheben ({reason}).</translation>
    </message>
    <message>
        <source>It could not be read or stored: {reason}.</source>
        <translation>Sie ließ sich nicht lesen oder speichern: {reason}.</translation>
    </message>
    <message>
        <source>It could not be stored in {path} ({error}).</source>
        <translation>Sie ließ sich nicht in {path} speichern ({error}).</translation>
    </message>
    <message>
        <source>Imported as {name} ({megabytes} MB).</source>
        <translation>Importiert als {name} ({megabytes} MB).</translation>
    </message>
    <message>
        <source>It is the file that others know.</source>
        <translation>Es ist die Datei, die auch andere kennen.</translation>
    </message>
    <message>
        <source>It is not the file that others know.</source>
        <translation>Es ist nicht die Datei, die andere kennen.</translation>
    </message>
    <message>
        <source>It holds no network&apos;s parameters.</source>
        <translation>Sie enthält keine Parameter eines Netzes.</translation>
    </message>
    <message>
        <source>It holds other things than a network&apos;s parameters.</source>
        <translation>Sie enthält anderes als die Parameter eines Netzes.</translation>
    </message>
    <message>
        <source>Its parameters are not those of any published network.</source>
        <translation>Ihre Parameter gehören zu keinem veröffentlichten Netz.</translation>
    </message>
    <message>
        <source>Its parameters do not fit &quot;{name}&quot;.</source>
        <translation>Ihre Parameter passen nicht zu „{name}“.</translation>
    </message>
    <message>
        <source>Its shape does not tell which one it is: keep it in its folder ({folders}), or give its name ({names}).</source>
        <translation>Ihre Form sagt nicht, welches Netz sie ist: Lassen Sie sie in ihrem Ordner ({folders}), oder nennen Sie ihren Namen ({names}).</translation>
    </message>
    <message>
        <source>It is damaged or no plain checkpoint, and was not opened. Download it again.</source>
        <translation>Sie ist beschädigt oder kein einfacher Checkpoint und wurde nicht geöffnet. Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>It is damaged ({error}). Download it again.</source>
        <translation>Sie ist beschädigt ({error}). Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>It is damaged: {name} holds values that are not numbers.</source>
        <translation>Sie ist beschädigt: {name} enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>It would unpack to far more than its size, which no published checkpoint does.</source>
        <translation>Sie würde beim Auspacken weit größer als sie selbst, was kein veröffentlichter Checkpoint wird.</translation>
    </message>
    <message>
        <source>It would take {gigabytes} GB, which no published checkpoint does.</source>
        <translation>Sie bräuchte {gigabytes} GB, so viel wie kein veröffentlichter Checkpoint.</translation>
    </message>
    <message>
        <source>It is damaged inside the archive ({error}). Download the archive again.</source>
        <translation>Sie ist im Archiv beschädigt ({error}). Laden Sie das Archiv noch einmal herunter.</translation>
    </message>
    <message>
        <source>It is not a whole zip archive ({error}). Download it again.</source>
        <translation>Das ist kein vollständiges Zip-Archiv ({error}). Laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>It can&apos;t be read ({reason}).</source>
        <translation>Sie lässt sich nicht lesen ({reason}).</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Es gibt keine solche Datei.</translation>
    </message>
    <message>
        <source>Only .zip, .pth and .pt files hold published weights.</source>
        <translation>Nur .zip-, .pth- und .pt-Dateien enthalten veröffentlichte Gewichte.</translation>
    </message>
    <message>
        <source>Its name points outside the archive.</source>
        <translation>Ihr Name zeigt aus dem Archiv hinaus.</translation>
    </message>
    <message>
        <source>It is a link, not a file.</source>
        <translation>Sie ist eine Verknüpfung, keine Datei.</translation>
    </message>
    <message>
        <source>It is encrypted; unpack the archive yourself and give the folder.</source>
        <translation>Sie ist verschlüsselt; packen Sie das Archiv selbst aus, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>It is an archive inside an archive; unpack the outer one and give the folder.</source>
        <translation>Sie ist ein Archiv in einem Archiv; packen Sie das äußere aus, und wählen Sie den Ordner.</translation>
    </message>
    <message>
        <source>“{name}” is empty (0 bytes). Get a fresh copy of it.</source>
        <translation>„{name}“ ist leer (0 Bytes). Besorgen Sie eine frische Kopie davon.</translation>
    </message>
    <message>
        <source>“{path}” does not exist. Check the name and whether the disk is connected.</source>
        <translation>„{path}“ gibt es nicht. Prüfen Sie den Namen, und ob die Festplatte angeschlossen ist.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be opened: you have no permission to read it.</source>
        <translation>„{path}“ lässt sich nicht öffnen: Sie haben kein Recht, es zu lesen.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be read from the disk ({reason}).</source>
        <translation>„{path}“ lässt sich nicht von der Festplatte lesen ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be looked into: you have no permission to read this folder.</source>
        <translation>In „{path}“ lässt sich nicht hineinsehen: Sie haben kein Recht, diesen Ordner zu lesen.</translation>
    </message>
    <message>
        <source>“{path}” is a folder, not a picture. Name a picture file, or use it where folders are taken.</source>
        <translation>„{path}“ ist ein Ordner, kein Bild. Nennen Sie eine Bilddatei, oder verwenden Sie ihn dort, wo Ordner möglich sind.</translation>
    </message>
    <message>
        <source>“{path}” is not a file but a pipe or a device. Name a picture file.</source>
        <translation>„{path}“ ist keine Datei, sondern eine Pipe oder ein Gerät. Nennen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be used: {fault}.</source>
        <translation>„{name}“ lässt sich nicht verwenden: {fault}.</translation>
    </message>
    <message>
        <source>it has no pixels ({width} × {height})</source>
        <translation>Das Bild hat keine Bildpunkte ({width} × {height})</translation>
    </message>
    <message>
        <source>it has {width} × {height} pixels ({megapixels} megapixels); more than {most} megapixels can&apos;t be read. Make it smaller</source>
        <translation>Das Bild hat {width} × {height} Bildpunkte ({megapixels} Megapixel); mehr als {most} Megapixel lassen sich nicht lesen. Verkleinern Sie es</translation>
    </message>
    <message>
        <source>its floating-point values lie outside 0 to 1. Save it as 16-bit TIFF</source>
        <translation>Seine Gleitkommawerte liegen nicht zwischen 0 und 1. Speichern Sie es als TIFF mit 16 Bit</translation>
    </message>
    <message>
        <source>it looks like a camera&apos;s raw file. Develop it to TIFF or JPEG first</source>
        <translation>Es sieht aus wie die Rohdatei einer Kamera. Entwickeln Sie sie zuerst zu TIFF oder JPEG</translation>
    </message>
    <message>
        <source>its compression ({name}) can&apos;t be read at this bit depth. Save it as TIFF without compression</source>
        <translation>Seine Kompression ({name}) lässt sich bei dieser Bittiefe nicht lesen. Speichern Sie es als TIFF ohne Kompression</translation>
    </message>
    <message>
        <source>its numbers have a sign, which pictures don&apos;t have. Save it as 16-bit TIFF</source>
        <translation>Seine Zahlen haben ein Vorzeichen, das es bei Bildern nicht gibt. Speichern Sie es als TIFF mit 16 Bit</translation>
    </message>
    <message>
        <source>There is not enough memory to read “{name}”. Close other programs.</source>
        <translation>Der Speicher reicht nicht, um „{name}“ zu lesen. Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete and can&apos;t be read. Get a fresh copy of it.</source>
        <translation>„{name}“ ist beschädigt oder unvollständig und lässt sich nicht lesen. Besorgen Sie eine frische Kopie davon.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture we know. Pictures are {names}.</source>
        <translation>„{name}“ ist kein Bild, das das Programm kennt. Bilder sind {names}.</translation>
    </message>
    <message>
        <source>The file is named {suffix} but holds {format}; it was read as {format_again}.</source>
        <translation>Die Datei heißt {suffix}, enthält aber {format}; sie wurde als {format_again} gelesen.</translation>
    </message>
    <message>
        <source>The file&apos;s colour profile is damaged or does not fit; its colours were taken as sRGB.</source>
        <translation>Das Farbprofil der Datei ist beschädigt oder passt nicht; ihre Farben wurden als sRGB genommen.</translation>
    </message>
    <message>
        <source>The file holds {frames} pages; only the first was read.</source>
        <translation>Die Datei enthält {frames} Seiten; nur die erste wurde gelesen.</translation>
    </message>
    <message>
        <source>The file holds {frames} pictures; only the first was read.</source>
        <translation>Die Datei enthält {frames} Bilder; nur das erste wurde gelesen.</translation>
    </message>
    <message>
        <source>The file&apos;s EXIF data is damaged; what could be read is kept.</source>
        <translation>Die EXIF-Daten der Datei sind beschädigt; was sich lesen ließ, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The file&apos;s EXIF data is damaged and was left out.</source>
        <translation>Die EXIF-Daten der Datei sind beschädigt und wurden weggelassen.</translation>
    </message>
    <message>
        <source>The file is CMYK without a usable colour profile; its colours are approximate.</source>
        <translation>Die Datei ist CMYK ohne brauchbares Farbprofil; ihre Farben stimmen nur ungefähr.</translation>
    </message>
    <message>
        <source>The file holds a further channel (perhaps infrared), which was not used.</source>
        <translation>Die Datei enthält einen weiteren Kanal (vielleicht Infrarot), der nicht verwendet wurde.</translation>
    </message>
    <message>
        <source>“{path}” is the original photo, which is never written over. Choose another name.</source>
        <translation>„{path}“ ist das Originalfoto, das nie überschrieben wird. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be saved: {reason}. Choose another folder or name, or make room.</source>
        <translation>„{path}“ kann nicht gespeichert werden: {reason}. Wählen Sie einen anderen Ordner oder Namen, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>Die Festplatte ist voll</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>Ihr Anteil an der Festplatte ist voll</translation>
    </message>
    <message>
        <source>the file is too large for that disk</source>
        <translation>Die Datei ist zu groß für diese Festplatte</translation>
    </message>
    <message>
        <source>you have no permission to write in that folder</source>
        <translation>Sie haben kein Recht, in diesen Ordner zu schreiben</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>Die Festplatte kann nur gelesen werden</translation>
    </message>
    <message>
        <source>a folder has that name</source>
        <translation>Ein Ordner heißt so</translation>
    </message>
    <message>
        <source>part of its folder&apos;s name is a file</source>
        <translation>Ein Teil des Ordnernamens ist eine Datei</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>Der Name ist zu lang</translation>
    </message>
    <message>
        <source>Pictures can&apos;t be saved as “{name}”; choose a name that ends in one of {choices}.</source>
        <translation>Als „{name}“ lassen sich Bilder nicht speichern; wählen Sie einen Namen mit einer dieser Endungen: {choices}.</translation>
    </message>
    <message>
        <source>The mask “{name}” is {width} × {height} pixels but the photo {other_width} × {other_height}; they must be equal.</source>
        <translation>Die Maske „{name}“ hat {width} × {height} Bildpunkte, das Foto aber {other_width} × {other_height}; beide müssen gleich groß sein.</translation>
    </message>
    <message>
        <source>A mask must be saved as PNG, not as “{name}”.</source>
        <translation>Eine Maske muss als PNG gespeichert werden, nicht als „{name}“.</translation>
    </message>
    <message>
        <source>The result is too large for a TIFF file (over 4 GB); save it as PNG.</source>
        <translation>Das Ergebnis ist zu groß für eine TIFF-Datei (über 4 GB); speichern Sie es als PNG.</translation>
    </message>
    <message>
        <source>{name} can&apos;t hold {width} × {height} pixels, only {side} a side; save as TIFF.</source>
        <translation>{name} fasst keine {width} × {height} Bildpunkte, nur {side} je Seite; speichern Sie als TIFF.</translation>
    </message>
    <message>
        <source>An album needs a name.</source>
        <translation>Ein Album braucht einen Namen.</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” can&apos;t be made ({reason}). Choose another folder.</source>
        <translation>Der Ordner der Bibliothek „{path}“ lässt sich nicht anlegen ({reason}). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” can only be read. Allow writing there, or choose another folder.</source>
        <translation>Der Ordner der Bibliothek „{path}“ kann nur gelesen werden. Erlauben Sie das Schreiben dort, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged and can&apos;t be put right ({reason}). Check that its folder can be written and its disk is not full.</source>
        <translation>Die Bibliothek „{path}“ ist beschädigt und lässt sich nicht in Ordnung bringen ({reason}). Prüfen Sie, ob in ihren Ordner geschrieben werden kann und die Festplatte nicht voll ist.</translation>
    </message>
    <message>
        <source>The library “{path}” was made by a newer PhotoRestore. Update the program to open it.</source>
        <translation>Die Bibliothek „{path}“ hat ein neueres PhotoRestore angelegt. Aktualisieren Sie das Programm, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The library “{path}” is in use by an older PhotoRestore. Close that one first, then try again.</source>
        <translation>Die Bibliothek „{path}“ wird von einem älteren PhotoRestore benutzt. Schließen Sie dieses zuerst, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The disk that holds the library “{path}” is full. Free some space; nothing that was saved before is lost.</source>
        <translation>Die Festplatte mit der Bibliothek „{path}“ ist voll. Schaffen Sie Platz; nichts, was vorher gespeichert wurde, ist verloren.</translation>
    </message>
    <message>
        <source>The library “{path}” is in use by another window or program. Wait a moment and try again.</source>
        <translation>Die Bibliothek „{path}“ wird von einem anderen Fenster oder Programm benutzt. Warten Sie einen Augenblick, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The library “{path}” can&apos;t be changed: its file or folder can only be read. Allow writing there, or choose another folder for the library.</source>
        <translation>Die Bibliothek „{path}“ lässt sich nicht ändern: Ihre Datei oder ihr Ordner kann nur gelesen werden. Erlauben Sie das Schreiben dort, oder wählen Sie einen anderen Ordner für die Bibliothek.</translation>
    </message>
    <message>
        <source>The library “{path}” can&apos;t be opened: you have no permission to use that file.</source>
        <translation>Die Bibliothek „{path}“ lässt sich nicht öffnen: Sie haben kein Recht, diese Datei zu benutzen.</translation>
    </message>
    <message>
        <source>The library “{path}” can&apos;t be opened or written. Check that its folder exists, that its disk is connected, and that you may write there.</source>
        <translation>Die Bibliothek „{path}“ lässt sich nicht öffnen oder schreiben. Prüfen Sie, ob es ihren Ordner gibt, ob die Festplatte angeschlossen ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The disk that holds the library “{path}” can&apos;t be read or written. Check that it is connected and not full, then try again.</source>
        <translation>Die Festplatte mit der Bibliothek „{path}“ lässt sich nicht lesen oder schreiben. Prüfen Sie, ob sie angeschlossen und nicht voll ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough free memory for the library. Close other programs and try again.</source>
        <translation>Für die Bibliothek ist nicht genug Speicher frei. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The library file “{path}” is damaged. Close PhotoRestore and start it again: it then goes back to the newest sound snapshot.</source>
        <translation>Die Datei der Bibliothek „{path}“ ist beschädigt. Schließen Sie PhotoRestore und starten Sie es neu: Es kehrt dann zur neuesten heilen Sicherung zurück.</translation>
    </message>
    <message>
        <source>The library file was gone and there was no sound snapshot, so an empty library was begun.</source>
        <translation>Die Datei der Bibliothek war verschwunden, und es gab keine heile Sicherung, also wurde eine leere Bibliothek begonnen.</translation>
    </message>
    <message>
        <source>The library file was gone; the snapshot of {day} was restored. What was done since then is not in it.</source>
        <translation>Die Datei der Bibliothek war verschwunden; die Sicherung vom {day} wurde zurückgeholt. Was seitdem getan wurde, ist nicht darin.</translation>
    </message>
    <message>
        <source>The library file was damaged and there was no sound snapshot, so an empty library was begun.</source>
        <translation>Die Datei der Bibliothek war beschädigt, und es gab keine heile Sicherung, also wurde eine leere Bibliothek begonnen.</translation>
    </message>
    <message>
        <source>The library file was damaged; the snapshot of {day} was restored. What was done since then is not in it.</source>
        <translation>Die Datei der Bibliothek war beschädigt; die Sicherung vom {day} wurde zurückgeholt. Was seitdem getan wurde, ist nicht darin.</translation>
    </message>
    <message>
        <source>The old file is kept as “{name}”.</source>
        <translation>Die alte Datei ist als „{name}“ aufgehoben.</translation>
    </message>
    <message>
        <source>A snapshot of the library can&apos;t be saved in “{path}” ({reason}).</source>
        <translation>In „{path}“ lässt sich keine Sicherung der Bibliothek speichern ({reason}).</translation>
    </message>
    <message>
        <source>The copy of the library “{path}” is not sound; its disk may be failing.</source>
        <translation>Die Kopie der Bibliothek „{path}“ ist nicht heil; vielleicht versagt ihre Festplatte.</translation>
    </message>
    <message>
        <source>“{name}” was just added by another window.</source>
        <translation>„{name}“ wurde soeben von einem anderen Fenster hinzugefügt.</translation>
    </message>
    <message>
        <source>“{path}” changed while it was copied. Try again once nothing else writes to it.</source>
        <translation>„{path}“ änderte sich während des Kopierens. Versuchen Sie es noch einmal, sobald nichts anderes darin schreibt.</translation>
    </message>
    <message>
        <source>“{name}” is already in the library, in its trash. Restore it from there.</source>
        <translation>„{name}“ ist schon in der Bibliothek, in ihrem Papierkorb. Holen Sie es von dort zurück.</translation>
    </message>
    <message>
        <source>“{name}” is already in the library.</source>
        <translation>„{name}“ ist schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>“{name}” is the same file as “{path}”, which is already in the library.</source>
        <translation>„{name}“ ist dieselbe Datei wie „{path}“, die schon in der Bibliothek ist.</translation>
    </message>
    <message>
        <source>This photo is no longer in the library.</source>
        <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This photograph is no longer in the library. Import it again to work on it.</source>
        <translation>Dieses Foto ist nicht mehr in der Bibliothek. Importieren Sie es noch einmal, um daran zu arbeiten.</translation>
    </message>
    <message>
        <source>“{name}” is not the file that “{photo}” was. Choose another one.</source>
        <translation>„{name}“ ist nicht die Datei, die „{photo}“ war. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>“{name}” already belongs to another photo of the library.</source>
        <translation>„{name}“ gehört schon zu einem anderen Foto der Bibliothek.</translation>
    </message>
    <message>
        <source>The photo was removed from the library while it was restored; its result was not kept.</source>
        <translation>Das Foto wurde aus der Bibliothek entfernt, während es restauriert wurde; sein Ergebnis wurde nicht behalten.</translation>
    </message>
    <message>
        <source>A result is still being saved. Turn the photograph when that is done.</source>
        <translation>Ein Ergebnis wird noch gespeichert. Drehen Sie das Foto, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>“{name}” is being restored right now, as it lay before. Turn it when that is done, or stop it.</source>
        <translation>„{name}“ wird gerade restauriert, so wie es bisher lag. Drehen Sie es, wenn das fertig ist, oder halten Sie es an.</translation>
    </message>
    <message>
        <source>What was painted on “{name}” is damaged, so it can&apos;t be turned with the photograph. Clear its mask in Restore, then turn it.</source>
        <translation>Was auf „{name}“ gemalt wurde, ist beschädigt und lässt sich daher nicht mit dem Foto drehen. Leeren Sie seine Maske unter „Restaurieren“, und drehen Sie es dann.</translation>
    </message>
    <message>
        <source>The export needs up to {needed} MB, but the disk of “{path}” has {free} MB free. Make room or choose another folder.</source>
        <translation>Der Export braucht bis zu {needed} MB, aber auf der Festplatte von „{path}“ sind nur {free} MB frei. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“{path}” is a file, so nothing can be saved in it. Choose another folder.</source>
        <translation>„{path}“ ist eine Datei, also lässt sich nichts darin speichern. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is not enough free memory for it. Close other programs.</source>
        <translation>Dafür ist nicht genug Speicher frei. Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({error}).</source>
        <translation>Im Programm ist etwas schiefgegangen ({error}).</translation>
    </message>
    <message>
        <source>There are no photographs for a gallery. Choose some first.</source>
        <translation>Es gibt keine Fotos für eine Galerie. Wählen Sie zuerst welche aus.</translation>
    </message>
    <message>
        <source>There are no photographs for a contact sheet. Choose some first.</source>
        <translation>Es gibt keine Fotos für einen Kontaktbogen. Wählen Sie zuerst welche aus.</translation>
    </message>
    <message>
        <source>There are no photographs for an album. Choose some first.</source>
        <translation>Es gibt keine Fotos für ein Album. Wählen Sie zuerst welche aus.</translation>
    </message>
    <message>
        <source>None of the photographs could be read. {reason}</source>
        <translation>Keines der Fotos ließ sich lesen. {reason}</translation>
    </message>
    <message>
        <source>The gallery “{path}” can&apos;t be saved: {reason}. Choose another folder.</source>
        <translation>Die Galerie „{path}“ lässt sich nicht speichern: {reason}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A contact sheet&apos;s photographs would be smaller than 40 pixels. Take fewer a page.</source>
        <translation>Die Fotos eines Kontaktbogens wären kleiner als 40 Bildpunkte. Nehmen Sie weniger je Seite.</translation>
    </message>
    <message>
        <source>“{name}” has no picture from before.</source>
        <translation>Von „{name}“ gibt es kein Bild von vorher.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a PDF album; choose one that ends in .pdf.</source>
        <translation>„{name}“ ist kein Name für ein PDF-Album; wählen Sie einen, der auf .pdf endet.</translation>
    </message>
    <message>
        <source>An album&apos;s paper can be one of {choices}, not {value}.</source>
        <translation>Das Papier eines Albums kann eines von {choices} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>An album&apos;s page takes {choices} photographs, not {value}.</source>
        <translation>Auf eine Seite eines Albums passen {choices} Fotos, nicht {value}.</translation>
    </message>
    <message>
        <source>The name of exported files is empty. Use for example {{name}}.</source>
        <translation>Der Name der exportierten Dateien ist leer. Nehmen Sie zum Beispiel {{name}}.</translation>
    </message>
    <message>
        <source>The name “{template}” has a brace too many or too few. Use {choices}.</source>
        <translation>Der Name „{template}“ hat eine geschweifte Klammer zu viel oder zu wenig. Möglich sind {choices}.</translation>
    </message>
    <message>
        <source>“{{{name}}}” can&apos;t be used in the name of exported files. Use {choices}.</source>
        <translation>„{{{name}}}“ lässt sich im Namen der exportierten Dateien nicht verwenden. Möglich sind {choices}.</translation>
    </message>
    <message>
        <source>“{{{name}:{digits}}}” can&apos;t be used: only the counter takes digits, as in {{counter:03}}.</source>
        <translation>„{{{name}:{digits}}}“ lässt sich nicht verwenden: Nur der Zähler nimmt Stellen, wie in {{counter:03}}.</translation>
    </message>
    <message>
        <source>An export preset needs a name.</source>
        <translation>Eine Vorgabe für den Export braucht einen Namen.</translation>
    </message>
    <message>
        <source>{name} of the export preset “{preset}” must be a whole number.</source>
        <translation>{name} der Vorgabe „{preset}“ muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>These are no export presets: it is not valid JSON ({error}).</source>
        <translation>Das sind keine Vorgaben für den Export: Es ist kein gültiges JSON ({error}).</translation>
    </message>
    <message>
        <source>These are no export presets: there is no &quot;{name}&quot; version number.</source>
        <translation>Das sind keine Vorgaben für den Export: Es fehlt die Versionsnummer „{name}“.</translation>
    </message>
    <message>
        <source>These export presets were saved by a newer PhotoRestore; update the program to use them.</source>
        <translation>Diese Vorgaben hat ein neueres PhotoRestore gespeichert; aktualisieren Sie das Programm, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>These export presets are damaged: &quot;presets&quot; must be a list.</source>
        <translation>Diese Vorgaben sind beschädigt: „presets“ muss eine Liste sein.</translation>
    </message>
    <message>
        <source>These export presets are damaged: two have the same name.</source>
        <translation>Diese Vorgaben sind beschädigt: Zwei haben denselben Namen.</translation>
    </message>
    <message>
        <source>These export presets are damaged: every preset must be an object with a name.</source>
        <translation>Diese Vorgaben sind beschädigt: Jede Vorgabe muss ein Objekt mit einem Namen sein.</translation>
    </message>
    <message>
        <source>These export presets have settings that do not exist: {names}.</source>
        <translation>Diese Vorgaben haben Einstellungen, die es nicht gibt: {names}.</translation>
    </message>
    <message>
        <source>The export presets in “{path}” can&apos;t be read ({error}).</source>
        <translation>Die Vorgaben in „{path}“ lassen sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Gerät</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Platzkontingent überschritten</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem nur lesbar</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein- oder Ausgabefehler</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Gerät nicht gefunden</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Gerät oder Adresse nicht gefunden</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Datei auf dem Netzlaufwerk nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>Netzlaufwerk nicht verbunden</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät beschäftigt</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei existiert schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei zu groß</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>zu viele Ebenen von Verknüpfungen</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Ordner nicht leer</translation>
    </message>
    <message>
        <source>Bad message</source>
        <translation>unlesbare Daten</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>ungültige Angabe</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>vom System beendet</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Segmentation fault</source>
        <translation>Speicherzugriffsfehler</translation>
    </message>
    <message>
        <source>Illegal instruction</source>
        <translation>unbekannter Prozessorbefehl</translation>
    </message>
    <message>
        <source>Bus error</source>
        <translation>Speicherbusfehler</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{n} files could not be opened. The first: {reason}</source>
        <translation>{n} Dateien konnten nicht geöffnet werden. Die erste: {reason}</translation>
    </message>
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
        <source>The whole window changes at once; what you wrote stays as it is.</source>
        <translation>Das ganze Fenster ändert sich sofort; was Sie geschrieben haben, bleibt, wie es ist.</translation>
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
        <source>Imported photographs</source>
        <translation>Importierte Fotos</translation>
    </message>
    <message>
        <source>Originals are only read, wherever they lie. Copies take space on the disk.</source>
        <translation>Originale werden nur gelesen, wo immer sie liegen. Kopien brauchen Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>Stay where they are</source>
        <translation>Bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Are copied to the library</source>
        <translation>Werden in die Bibliothek kopiert</translation>
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
        <source>Library</source>
        <translation>Bibliothek</translation>
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
    <name>ShareWidget</name>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
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
        <source>Quick look</source>
        <translation>Schnellansicht</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Reset {stage} to what is suggested</source>
        <translation>{stage} auf den Vorschlag zurücksetzen</translation>
    </message>
    <message>
        <source>More settings of {stage}</source>
        <translation>Weitere Einstellungen: {stage}</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Levels and colour cast, before anything else.</source>
        <translation>Tonwerte und Farbstich, vor allem anderen.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Tonwerte</translation>
    </message>
    <message>
        <source>How far faded contrast is brought back.</source>
        <translation>Wie weit verblasster Kontrast zurückgeholt wird.</translation>
    </message>
    <message>
        <source>Colour cast</source>
        <translation>Farbstich</translation>
    </message>
    <message>
        <source>How far a tint over a colour photograph is taken away.</source>
        <translation>Wie weit eine Tönung über einem Farbfoto entfernt wird.</translation>
    </message>
    <message>
        <source>Denoise</source>
        <translation>Entrauschen</translation>
    </message>
    <message>
        <source>Takes away noise, coarse grain, impulses, and blur whose kind is known.</source>
        <translation>Entfernt Rauschen, grobes Korn, Impulse und Unschärfe bekannter Art.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How noise is removed.</source>
        <translation>Wie das Rauschen entfernt wird.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the noise goes.</source>
        <translation>Wie viel des Rauschens verschwindet.</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>Rauschpegel</translation>
    </message>
    <message>
        <source>Standard deviation, share of full scale; 0 measures it.</source>
        <translation>Standardabweichung, Anteil des vollen Tonwertumfangs; 0 misst sie.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>What blurred the picture.</source>
        <translation>Was das Bild unscharf gemacht hat.</translation>
    </message>
    <message>
        <source>Blur size</source>
        <translation>Größe der Unschärfe</translation>
    </message>
    <message>
        <source>Length of a motion, radius of a misfocus, sigma of a Gaussian, in pixels.</source>
        <translation>Länge einer Bewegung, Radius einer Fehlfokussierung, Sigma einer Gauß-Kurve, in Bildpunkten.</translation>
    </message>
    <message>
        <source>Blur angle</source>
        <translation>Winkel der Unschärfe</translation>
    </message>
    <message>
        <source>Direction of a motion, degrees counter-clockwise from the right.</source>
        <translation>Richtung einer Bewegung, in Grad gegen den Uhrzeigersinn von rechts.</translation>
    </message>
    <message>
        <source>Scratches</source>
        <translation>Kratzer</translation>
    </message>
    <message>
        <source>Finds cracks, dust and loss, and fills them from their surroundings.</source>
        <translation>Findet Risse, Staub und Fehlstellen und füllt sie aus ihrer Umgebung.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Probability from which a pixel counts as damage.</source>
        <translation>Wahrscheinlichkeit, ab der ein Bildpunkt als Schaden gilt.</translation>
    </message>
    <message>
        <source>Minimum size</source>
        <translation>Mindestgröße</translation>
    </message>
    <message>
        <source>Smaller spots than this many pixels are left alone.</source>
        <translation>Flecken mit weniger Bildpunkten bleiben unberührt.</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>How far the mask reaches beyond the damage.</source>
        <translation>Wie weit die Maske über den Schaden hinausreicht.</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>Softness of the edge between old and repainted.</source>
        <translation>Weichheit der Kante zwischen Altem und neu Gemaltem.</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Körnung</translation>
    </message>
    <message>
        <source>How much of the photograph&apos;s grain is given to what was filled.</source>
        <translation>Wie viel von der Körnung des Fotos das Gefüllte bekommt.</translation>
    </message>
    <message>
        <source>Filling</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>How holes are filled.</source>
        <translation>Wie Löcher gefüllt werden.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Deep latent translation from old to clean.</source>
        <translation>Tiefe latente Übersetzung von alt nach sauber.</translation>
    </message>
    <message>
        <source>How much of the translation is mixed in.</source>
        <translation>Wie viel der Übersetzung beigemischt wird.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is translated: the whole picture, or only what was repainted.</source>
        <translation>Was übersetzt wird: das ganze Bild oder nur, was übermalt wurde.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Which networks translate.</source>
        <translation>Welche Netze übersetzen.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Of the published networks: with or without holes; high resolution fills large ones.</source>
        <translation>Der veröffentlichten Netze: mit oder ohne Löcher; hohe Auflösung füllt große.</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Finds faces and makes each clearer.</source>
        <translation>Findet Gesichter und macht jedes klarer.</translation>
    </message>
    <message>
        <source>How much of the refined face is mixed in.</source>
        <translation>Wie viel des verfeinerten Gesichts beigemischt wird.</translation>
    </message>
    <message>
        <source>Which network refines.</source>
        <translation>Welches Netz verfeinert.</translation>
    </message>
    <message>
        <source>Smallest face</source>
        <translation>Kleinstes Gesicht</translation>
    </message>
    <message>
        <source>Smaller faces are shown but left alone.</source>
        <translation>Kleinere Gesichter werden gezeigt, aber nicht verändert.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Redraws the picture sharper, at the same size or larger.</source>
        <translation>Zeichnet das Bild schärfer neu, in gleicher Größe oder größer.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>1 sharpens at the same size, 2 and 4 enlarge.</source>
        <translation>1 schärft in gleicher Größe, 2 und 4 vergrößern.</translation>
    </message>
    <message>
        <source>How much of the redrawn picture is mixed in.</source>
        <translation>Wie viel des neu gezeichneten Bildes beigemischt wird.</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>Säubern</translation>
    </message>
    <message>
        <source>Feeds the network a smaller picture: removes grain, blur and JPEG blocks.</source>
        <translation>Gibt dem Netz ein kleineres Bild: entfernt Korn, Unschärfe und JPEG-Blöcke.</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>Nichtlokale Mittelwerte</translation>
    </message>
    <message>
        <source>BM3D</source>
        <translation>BM3D</translation>
    </message>
    <message>
        <source>Learned network</source>
        <translation>Gelerntes Netz</translation>
    </message>
    <message>
        <source>Noise2Noise</source>
        <translation>Noise2Noise</translation>
    </message>
    <message>
        <source>Plug and play</source>
        <translation>Plug and Play</translation>
    </message>
    <message>
        <source>Shrinkage fields</source>
        <translation>Shrinkage-Felder</translation>
    </message>
    <message>
        <source>Impulses (l0TV)</source>
        <translation>Impulse (l0TV)</translation>
    </message>
    <message>
        <source>Poisson noise (TV)</source>
        <translation>Poisson-Rauschen (TV)</translation>
    </message>
    <message>
        <source>Poisson noise (means)</source>
        <translation>Poisson-Rauschen (Mittelwerte)</translation>
    </message>
    <message>
        <source>Poisson noise (network)</source>
        <translation>Poisson-Rauschen (Netz)</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Out of focus</source>
        <translation>Fehlfokussierung</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>Navier-Stokes</source>
        <translation>Navier-Stokes</translation>
    </message>
    <message>
        <source>Telea</source>
        <translation>Telea</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Only what was repainted</source>
        <translation>Nur was übermalt wurde</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Mit dem Programm</translation>
    </message>
    <message>
        <source>Published, imported</source>
        <translation>Veröffentlicht, importiert</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Without holes</source>
        <translation>Ohne Löcher</translation>
    </message>
    <message>
        <source>With holes</source>
        <translation>Mit Löchern</translation>
    </message>
    <message>
        <source>High resolution</source>
        <translation>Hohe Auflösung</translation>
    </message>
    <message>
        <source>Real-ESRGAN</source>
        <translation>Real-ESRGAN</translation>
    </message>
    <message>
        <source>Published, 256 px</source>
        <translation>Veröffentlicht, 256 px</translation>
    </message>
    <message>
        <source>Published, 512 px</source>
        <translation>Veröffentlicht, 512 px</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>Stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>Stars: {n} of 5</source>
        <translation>Sterne: {n} von 5</translation>
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
        <source>Remove noise (learned from noisy pictures)</source>
        <translation>Rauschen entfernen (an verrauschten Bildern gelernt)</translation>
    </message>
    <message>
        <source>Remove noise and blur</source>
        <translation>Rauschen und Unschärfe entfernen</translation>
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
        <source>trained by PhotoRestore ({command})</source>
        <translation>von PhotoRestore trainiert ({command})</translation>
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
        <translation>Nicht unbedingt nötig. Nur der Schritt „Übersetzen“ mit den veröffentlichten Netzen braucht sie, alle derselben Art zusammen. Alles andere geht ohne sie.</translation>
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
<context>
    <name>Words</name>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>_VersionChoice</name>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
</context>
</TS>
