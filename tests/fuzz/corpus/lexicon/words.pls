<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE lexicon [<!ENTITY a "b">]>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
<lexeme><grapheme>Georgia</grapheme><phoneme prefer="true">ˈdʒɔrdʒə</phoneme></lexeme>
<lexeme><grapheme>N.</grapheme><alias>&a;north</alias></lexeme>
</lexicon>
