#include "publish/player_page.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "core/html.h"
#include "core/json_writer.h"
#include "publish/captions.h"
#include "publish/cues.h"
#include "publish/paragraphs.h"

namespace fullcast {

namespace {

constexpr const char* kStyle = R"css(
:root{color-scheme:light dark;--l:35%}
@media(prefers-color-scheme:dark){:root{--l:65%}}
body{margin:0;font:1.15rem/1.65 Georgia,serif;background:Canvas;color:CanvasText}
header{position:sticky;top:0;z-index:1;background:Canvas;border-bottom:1px solid #8886;padding:.5rem 1rem;
display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;font:1rem sans-serif}
header h1{font-size:1.05rem;margin:0;flex:1 1 12rem}
audio{flex:2 1 18rem;height:2.4rem}
select{font:inherit;padding:.25rem .5rem;max-width:16rem}
main{max-width:42rem;margin:1.5rem auto 40vh;padding:0 1rem}
section{margin-bottom:3rem}
h2{font-size:1.35rem}
p{margin:.5rem 0}
p.scene{margin-top:2rem}
[data-s]{border-bottom:2px solid var(--c,transparent)}
b{font-weight:inherit;cursor:pointer;border-radius:.2em}
b:hover{background:#8883}
b.now{background:#ffd45e;color:#000;box-shadow:0 0 0 .12em #ffd45e}
:focus-visible{outline:3px solid #1769d2}
#who{min-width:7rem}
.key{display:inline-block;margin:.1rem .5rem .1rem 0;border-bottom:3px solid var(--c)}
details{max-width:42rem;margin:1rem auto;padding:0 1rem;font:.95rem sans-serif}
@media(max-width:40rem){header{padding:.4rem .8rem;gap:.4rem}header h1{flex-basis:100%;font-size:.95rem}
audio{flex-basis:100%}label{flex:1 1 0;min-width:0;font-size:0}label:first-of-type{flex-grow:3}
label select{width:100%;max-width:none;font-size:1rem}#who{flex-basis:100%;font-size:.9rem}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
)css";

constexpr const char* kScript = R"js(
"use strict";
const words=[...document.querySelectorAll("b")],audio=document.querySelector("audio"),
header=document.querySelector("header"),who=document.getElementById("who"),jump=document.getElementById("jump"),
times=words.map(w=>+w.dataset.t),
first=files.map((_,f)=>words.findIndex(w=>+w.closest("section").dataset.f===f)),
key=book;
let file=-1,current=null,pending=null,browsing=0;
const fileOf=w=>+w.closest("section").dataset.f;
function load(f,seconds,play){
 if(f!==file){file=f;pending=seconds;audio.src=encodeURIComponent(files[f])}else audio.currentTime=seconds;
 if(play)audio.play()}
function wordAt(ms){
 let low=first[file],high=file+1<files.length&&first[file+1]>=0?first[file+1]:words.length;
 const start=low;
 while(low<high){const m=(low+high)>>1;if(times[m]<=ms)low=m+1;else high=m}
 return words[Math.max(low-1,start)]}
function show(){
 if(file<0)return;
 const w=wordAt(Math.round(audio.currentTime*1000)+1);
 if(w===current||!w)return;
 if(current){current.classList.remove("now");current.removeAttribute("aria-current")}
 current=w;w.classList.add("now");w.setAttribute("aria-current","true");
 const name=w.closest("[data-s]").dataset.s;
 if(who.textContent!==name)who.textContent=name;
 const s=w.closest("section");if(jump.value!==s.id)jump.value=s.id;
 if(performance.now()<browsing)return;
 const r=w.getBoundingClientRect();
 if(r.top<header.offsetHeight+16||r.bottom>innerHeight*.75)scrollTo({top:scrollY+r.top-innerHeight*.35})}
function seek(w,play){browsing=0;load(fileOf(w),+w.dataset.t/1000,play)}
function near(step){
 const i=Math.max(0,words.indexOf(current)),s=words[i].parentElement;let j=i;
 if(step>0)while(j<words.length&&words[j].parentElement===s)j++;
 else{while(j>0&&words[j-1].parentElement===s)j--;
  if(j>0&&i-j<3){const p=words[j-1].parentElement;j--;while(j>0&&words[j-1].parentElement===p)j--}}
 if(words[j])seek(words[j],!audio.paused)}
audio.addEventListener("loadedmetadata",()=>{if(pending!==null){audio.currentTime=pending;pending=null}show()});
audio.addEventListener("timeupdate",show);audio.addEventListener("seeked",show);
audio.addEventListener("ended",()=>{if(file+1<files.length)load(file+1,0,true)});
(function frame(){if(!audio.paused)show();requestAnimationFrame(frame)})();
function keep(){if(current&&pending===null)localStorage.setItem(key,file+":"+audio.currentTime)}
setInterval(()=>{if(!audio.paused)keep()},2000);
audio.addEventListener("pause",keep);audio.addEventListener("seeked",keep);addEventListener("pagehide",keep);
audio.addEventListener("error",()=>{who.textContent="Its sound is missing: "+files[file]});
for(const move of["wheel","touchmove"])addEventListener(move,()=>{browsing=performance.now()+8000},{passive:true});
document.querySelector("main").addEventListener("click",e=>{const w=e.target.closest("b");if(w)seek(w,true)});
jump.addEventListener("change",()=>{const w=document.querySelector("#"+jump.value+" b");if(w)seek(w,!audio.paused)});
document.getElementById("rate").addEventListener("change",e=>{audio.playbackRate=+e.target.value});
document.addEventListener("keydown",e=>{
 if(/^(SELECT|INPUT|AUDIO|SUMMARY)$/.test(e.target.tagName)||e.ctrlKey||e.metaKey||e.altKey)return;
 const act={" ":()=>audio.paused?audio.play():audio.pause(),ArrowLeft:()=>{audio.currentTime-=10},
  ArrowRight:()=>{audio.currentTime+=10},ArrowDown:()=>near(1),ArrowUp:()=>near(-1)}[e.key];
 if(act){e.preventDefault();act()}});
const kept=(localStorage.getItem(key)||"0:0").split(":").map(Number);
load(kept[0]<files.length?kept[0]:0,kept[1]||0,false);
)js";

// Distinct hues, as far apart as their number allows: multiples of the golden angle. How light they
// are depends on the page.
std::string ColorOf(std::size_t number) {
  constexpr std::size_t kGoldenAngle = 137;
  return fmt::format("hsl({},70%,var(--l))", number * kGoldenAngle % 360);
}

class Page {
 public:
  Page(const Script& script, const Timeline& timeline) : script_(script) {
    for (const TimedChapter& chapter : timeline.chapters) {
      if (files_.empty() || files_.back() != chapter.file) files_.push_back(chapter.file);
      AddSection(chapter);
    }
  }

  [[nodiscard]] std::string Text() const {
    const BookInfo& book = script_.book;
    const std::string title = EscapeHtml(book.title);
    JsonWriter files;
    files.BeginArray();
    for (const std::string& file : files_) files.String(file);
    files.EndArray();
    JsonWriter id;
    id.String("urn:fullcast:" + book.id);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>{}</title>"
        "<style>{}{}</style></head>\n<body>\n<header><h1>{}</h1>"
        "<audio controls preload=\"metadata\" aria-label=\"{}\"></audio>"
        "<label>Chapter <select id=\"jump\">{}</select></label>"
        "<label>Speed <select id=\"rate\"><option>0.8<option selected>1<option>1.25<option>1.5"
        "<option>2</select></label><span id=\"who\" role=\"status\" "
        "aria-live=\"off\"></span></header>\n"
        "<details><summary>Who speaks, and keys</summary><p>{}</p><p>Space: play or pause. Left "
        "and "
        "right: ten seconds. Up and down: one line. A click on a word reads from there.</p>"
        "</details>\n<main>\n{}</main>\n<script>const book={},files={};{}</script>\n</body>\n"
        "</html>\n",
        EscapeHtml(book.language), title, kStyle, colors_, title, title, options_, legend_, body_,
        ForScript(id.Text()), ForScript(files.Text()), kScript);
  }

 private:
  // No text can end the element.
  static std::string ForScript(std::string json) {
    for (std::size_t at = 0; (at = json.find('<', at)) != std::string::npos;) {
      json.replace(at, 1, "\\u003c");
    }
    return json;
  }

  void AddSection(const TimedChapter& chapter) {
    const ScriptChapter& text = script_.chapters[chapter.chapter];
    const std::string id = fmt::format("c{}", chapter.chapter + 1);
    options_ += fmt::format("<option value=\"{}\">{}</option>", id, EscapeHtml(text.title));
    body_ += fmt::format("<section id=\"{}\" data-f=\"{}\">\n", id, files_.size() - 1);
    for (const Paragraph& paragraph : ParagraphsOf(text, chapter)) {
      const char* tag = paragraph.heading ? "h2" : "p";
      body_ += fmt::format("<{}{}>", tag, paragraph.after_scene ? " class=\"scene\"" : "");
      for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
        if (i > paragraph.begin) body_ += ' ';
        AddSegment(text.segments[chapter.segments[i].segment], chapter.segments[i]);
      }
      body_ += fmt::format("</{}>\n", tag);
    }
    body_ += "</section>\n";
  }

  // A word's element reaches to the next word, so that all of the text can be clicked.
  void AddSegment(const Segment& segment, const TimedSegment& timed) {
    body_ += fmt::format("<span class=\"v{}\" data-s=\"{}\">", VoiceOf(segment.speaker),
                         EscapeHtml(SpeakerName(script_, segment.speaker)));
    const bool as_written = segment.say.empty();
    const std::string& text = segment.text;
    std::size_t from = 0;
    std::int64_t begin = timed.begin;
    for (std::size_t i = 1; as_written && i < timed.words.size(); ++i) {
      const TimedWord& word = timed.words[i];
      if (word.text.begin <= from || word.text.begin > text.size()) continue;
      AddWord(text.substr(from, word.text.begin - from), begin);
      from = word.text.begin;
      begin = word.begin;
    }
    AddWord(text.substr(from), begin);
    body_ += "</span>";
  }

  void AddWord(const std::string& text, std::int64_t begin) {
    const std::size_t end = text.find_last_not_of(" \n") + 1;
    body_ += fmt::format("<b data-t=\"{}\">{}</b>{}", MsOf(begin), EscapeHtml(text.substr(0, end)),
                         end < text.size() ? " " : "");
  }

  std::size_t VoiceOf(const std::string& speaker) {
    const auto [voice, is_new] = voices_.try_emplace(speaker, voices_.size());
    if (is_new && speaker != kNarrator) {
      const std::size_t number = voice->second;
      colors_ += fmt::format(".v{}{{--c:{}}}", number, ColorOf(number));
      legend_ += fmt::format("<span class=\"key v{}\">{}</span>", number,
                             EscapeHtml(SpeakerName(script_, speaker)));
    }
    return voice->second;
  }

  const Script& script_;
  std::vector<std::string> files_;
  std::map<std::string, std::size_t> voices_;
  std::string colors_;
  std::string legend_;
  std::string options_;
  std::string body_;
};

}  // namespace

std::string WritePlayerPage(const Script& script, const Timeline& timeline) {
  return Page(script, timeline).Text();
}

}  // namespace fullcast
