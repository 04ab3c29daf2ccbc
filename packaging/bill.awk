# Reads packaging/libraries, the versions of what the pages bundle ("inside NAME VERSION"), and the jars ("SHA-256  NAME.jar").
# Writes the list of licences for people (third_party) and the bill of materials in CycloneDX (sbom). Fails on a jar that is in no list.

function trim(text) {
    gsub(/^ +| +$/, "", text)
    return text
}

function row_of(library, row) {
    for (row = 1; row <= rows; row++) {
        if (name[row] == library || (name[row] ~ /\*$/ && index(library, substr(name[row], 1, length(name[row]) - 1)) == 1)) return row
    }
    return 0
}

# The place of a package: pkg:maven/group/name@version, or pkg:npm/%40scope/name@version for what the pages bundle.
function purl(library, its_version, its_group) {
    if (its_group !~ /^npm/) return "pkg:maven/" its_group "/" library "@" its_version
    sub(/^npm[/]?@?/, "", its_group)
    return "pkg:npm/" (its_group == "" ? "" : "%40" its_group "/") library "@" its_version
}

function component(library, its_version, its_licence, its_group, sum) {
    printf "%s    {\"type\":\"library\",\"group\":\"%s\",\"name\":\"%s\",\"version\":\"%s\",\"licenses\":[{\"expression\":\"%s\"}],\"purl\":\"%s\"", components++ ? ",\n" : "", its_group, library, its_version, its_licence, purl(library, its_version, its_group) >sbom
    if (sum != "") printf ",\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"%s\"}]", sum >sbom
    printf "}" >sbom
}

function line_for(library, its_version, row) {
    printf "| %s | %s | %s | %s |\n", library, its_version, licence[row], source[row] >third_party
}

BEGIN {
    FS = "|"
    printf "# What others made in this archive\n\nRampline itself is under Apache-2.0, see LICENSE. `licences/` holds the texts; jars that bring notices of their own hold them under META-INF.\n\n" >third_party
    printf "| library | version | licence | sources |\n|---|---|---|---|\n" >third_party
    printf "{\n  \"bomFormat\":\"CycloneDX\",\n  \"specVersion\":\"1.6\",\n  \"version\":1,\n  \"metadata\":{\"component\":{\"type\":\"application\",\"group\":\"io.rampline\",\"name\":\"rampline\",\"version\":\"%s\"}},\n  \"components\":[\n", version >sbom
}

/^#/ || /^$/ { next }

NF == 4 {
    rows++
    name[rows] = trim($1)
    licence[rows] = trim($2)
    group[rows] = trim($3)
    source[rows] = trim($4)
    next
}

/^inside / {
    split($0, word, " ")
    row = row_of("inside:" word[2])
    if (!row) {
        missing = missing " " word[2]
        next
    }
    line_for(word[2] ", inside web-" version ".jar", word[3], row)
    component(word[2], word[3], licence[row], group[row], "")
    next
}

{
    split($0, word, " ")
    jar = word[2]
    sub(/[.]jar$/, "", jar)
    match(jar, /-[0-9]+[.]/)
    library = substr(jar, 1, RSTART - 1)
    its_version = substr(jar, RSTART + 1)
    if (its_version == version) {
        component(library, its_version, "Apache-2.0", "io.rampline", word[1])
        next
    }
    row = row_of(library)
    if (!row) {
        missing = missing " " library
        next
    }
    line_for(library, its_version, row)
    component(library, its_version, licence[row], group[row], word[1])
}

END {
    printf "\n  ]\n}\n" >sbom
    if (missing != "") {
        print "no licence is known for" missing >"/dev/stderr"
        exit 1
    }
}
