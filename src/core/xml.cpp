#include "core/xml.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <vector>

#include "core/error.h"

namespace fullcast {

namespace {

constexpr std::size_t kDeepest = 500;
constexpr std::size_t kMostBytesAtOnce = std::size_t{1} << 20;  // expat counts in int

struct ParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserDeleter>;

// What the callbacks, which must not throw through C, are given.
class Events {
 public:
  Events(XML_Parser parser, XmlHandler& handler, const std::string& file)
      : parser_(parser), handler_(handler), file_(file) {}

  void Rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

  [[nodiscard]] Place Here() const {
    return {file_, XML_GetCurrentLineNumber(parser_), XML_GetCurrentColumnNumber(parser_) + 1};
  }

  static void OnBegin(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<Events*>(self)->Guard([&](Events& events) {
      if (++events.depth_ > kDeepest) throw Error(events.Here(), "elements are nested too deeply");
      events.attributes_.clear();
      for (const XML_Char** at = attributes; *at != nullptr; at += 2) {
        events.attributes_.push_back({at[0], at[1]});
      }
      events.handler_.Begin(name, events.attributes_, events.Bytes());
    });
  }

  static void OnEnd(void* self, const XML_Char* name) {
    static_cast<Events*>(self)->Guard([&](Events& events) {
      --events.depth_;
      events.handler_.End(name, events.Bytes());
    });
  }

  static void OnText(void* self, const XML_Char* text, int size) {
    static_cast<Events*>(self)->Guard([&](Events& events) {
      events.handler_.Text({text, static_cast<std::size_t>(size)}, events.Bytes());
    });
  }

  static void OnEntity(void* self, const XML_Char* name, int is_parameter) {
    static_cast<Events*>(self)->Guard([&](Events& events) {
      if (is_parameter == 0) events.handler_.Entity(name, events.Bytes());
    });
  }

 private:
  // Of the current event.
  [[nodiscard]] Span Bytes() const {
    const auto begin =
        static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_), 0));
    return {begin, begin + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_))};
  }

  template <typename Call>
  void Guard(Call call) {
    if (failure_) return;
    try {
      call(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_, XML_FALSE);
    }
  }

  XML_Parser parser_;
  XmlHandler& handler_;
  const std::string& file_;
  std::size_t depth_ = 0;
  std::vector<XmlAttribute> attributes_;
  std::exception_ptr failure_;
};

}  // namespace

void ParseXml(std::string_view text, const std::string& file, XmlHandler& handler,
              XmlEncoding encoding) {
  const Parser parser(XML_ParserCreate(encoding == XmlEncoding::kUtf8 ? "UTF-8" : nullptr));
  if (!parser) throw std::bad_alloc();
  Events events(parser.get(), handler, file);
  XML_SetUserData(parser.get(), &events);
  XML_SetElementHandler(parser.get(), Events::OnBegin, Events::OnEnd);
  XML_SetCharacterDataHandler(parser.get(), Events::OnText);
  XML_SetSkippedEntityHandler(parser.get(), Events::OnEntity);
  XML_UseForeignDTD(parser.get(), XML_TRUE);  // so that undeclared entities are no errors
  std::size_t done = 0;
  do {
    const std::string_view part = text.substr(done, kMostBytesAtOnce);
    done += part.size();
    const XML_Status status =
        XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), done == text.size());
    events.Rethrow();
    if (status != XML_STATUS_OK) {
      throw Error(events.Here(), XML_ErrorString(XML_GetErrorCode(parser.get())));
    }
  } while (done < text.size());
}

std::string_view XmlLocalName(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace fullcast
